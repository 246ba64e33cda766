import { nobody } from '../support/api'

const MEGABYTE = 1024 * 1024

describe('what the server answers beside its API', () => {
  test('an address that a person opens is the console’s page', async () => {
    for (const path of ['/', '/desk', '/orders/abc']) {
      const reply = await nobody().get(path).set('Accept', 'text/html')
      expect(reply.status).toBe(200)
      expect(reply.text).toContain('<div id="root">')
      expect(reply.headers['content-security-policy']).toContain("script-src 'self'")
      expect(reply.headers['cache-control']).toBe('no-cache')
    }
  })

  test('the console’s scripts come compressed, and for good', async () => {
    const page = await nobody().get('/').set('Accept', 'text/html')
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page.text)?.[1] ?? ''
    const reply = await nobody().get(script).set('Accept-Encoding', 'br, gzip')
    expect(reply.status).toBe(200)
    expect(reply.headers['content-encoding']).toBe('br')
    expect(reply.headers['cache-control']).toContain('immutable')
    const again = await nobody().get(script).set('If-None-Match', String(reply.headers.etag))
    expect(again.status).toBe(304)
  })

  test.each(['/sw.js', '/my-sw.js'])('the service worker %s is asked for again each time', async (worker) => {
    const reply = await nobody().get(worker)
    expect(reply.status).toBe(200)
    expect(reply.headers['content-type']).toContain('javascript')
    expect(reply.headers['cache-control']).toBe('no-cache')
    expect(reply.headers['content-security-policy']).toContain("connect-src 'self'")
    // It keeps the page and its files, and no reply of the server.
    expect(reply.text).toMatch(/url:"index\.html"/)
    expect(reply.text).not.toMatch(/url:"(api|uploads)/)
  })

  test.each(['/manifest.webmanifest', '/my.webmanifest'])('%s says what is installed', async (path) => {
    const reply = await nobody().get(path)
    expect(reply.headers['content-type']).toContain('application/manifest+json')
    expect(reply.headers['cache-control']).toBe('no-cache')
    const { icons, start_url } = JSON.parse(reply.text) as { icons: { src: string }[]; start_url: string }
    expect((await nobody().get(start_url).set('Accept', 'text/html')).status).toBe(200)
    for (const { src } of icons) expect((await nobody().get(src)).headers['content-type']).toBe('image/png')
  })

  test.each(['/assets/none.js', '/api/none', '/uploads/none.png', '/robots.txt'])('%s is not there', async (path) => {
    expect((await nobody().get(path).set('Accept', 'text/html')).status).toBe(404)
  })

  test.each(['/admin/init', '/ADMIN/init', '/content-manager/content-types'])(
    'the panel’s API is closed while the panel is not built: %s',
    async (path) => {
      expect((await nobody().get(path)).status).toBe(404)
    },
  )

  test('nobody becomes an administrator by asking first', async () => {
    const admin = { email: 'a@example.com', password: 'Password-1', firstname: 'a', lastname: 'b' }
    expect((await nobody().post('/admin/register-admin', admin)).status).toBe(404)
  })

  test('an icon, also for those who ask for the old one', async () => {
    expect((await nobody().get('/favicon.ico')).status).toBe(200)
  })

  test('is well', async () => {
    expect((await nobody().get('/_health')).status).toBe(204)
  })
})

describe('a request that cannot be read', () => {
  test('malformed JSON is a 400', async () => {
    const reply = await nobody()
      .post('/api/auth/local')
      .type('json')
      .send('{bad' as unknown as object)
    expect(reply.status).toBe(400)
    expect(reply.body).toMatchObject({ data: null, error: { status: 400 } })
  })

  test('an oversized body is a 413', async () => {
    const reply = await nobody().post('/api/auth/local', { identifier: 'a'.repeat(2 * MEGABYTE), password: 'b' })
    expect(reply.status).toBe(413)
    expect(reply.body).toMatchObject({ data: null, error: { status: 413 } })
  })

  test('a parameter nobody knows is a 400', async () => {
    expect((await nobody().get('/api/sites?colour=red')).status).toBe(400)
  })
})
