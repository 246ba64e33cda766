import { deflateSync } from 'node:zlib'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import supertest from 'supertest'
import type { AccessServices } from '@practice/access/services'
import { app, asSystem, nobody } from '../support/api'
import { caller, makeTowns, type Asker, type Town } from './scope-towns'

let a: Town
let b: Town

beforeAll(async () => {
  ;({ a, b } = await makeTowns('640484'))
})

/** A picture of one red pixel. */
function png(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const size = Buffer.alloc(4)
    size.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([size, body, sum])
  }
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const pixels = deflateSync(Buffer.from([0, 255, 0, 0]))
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

function crc32(data: Buffer): number {
  let crc = 0xffffffff
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A zip with stored entries of these names, the first as office documents begin. */
function zip(...names: string[]): Buffer {
  return Buffer.concat(
    names.map((name) => {
      const header = Buffer.alloc(30)
      header.writeUInt32LE(0x04034b50)
      header.writeUInt16LE(20, 4)
      header.writeUInt16LE(name.length, 26)
      return Buffer.concat([header, Buffer.from(name)])
    }),
  )
}

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const DOCX = zip('[Content_Types].xml', '_rels/.rels', 'word/document.xml')
const XLSX = zip('[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml')
const DOC = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)])

interface Uploaded {
  id: number
  documentId: string
  name: string
  url: string
  mime: string
  size: number
}

function upload(asker: Asker, ...files: [name: string, content: Buffer][]) {
  const agent = supertest(app().server.httpServer).post('/api/upload')
  if (asker !== 'public') void agent.set('Authorization', `Bearer ${a.users[asker].token}`)
  for (const [name, content] of files) void agent.attach('files', content, name)
  return agent
}

async function uploaded(asker: Asker, name = '照片.png', content = png()): Promise<Uploaded> {
  const reply = await upload(asker, [name, content])
  expect(reply.status).toBe(201)
  return (reply.body as Uploaded[])[0] as Uploaded
}

const get = async (town: Town, asker: Asker, url: string) => (await caller(town, asker).get(url)).status

describe('uploading', () => {
  test.each([
    ['picture.png', png(), 'image/png'],
    ['picture.JPG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]), 'image/jpeg'],
    ['paper.pdf', PDF, 'application/pdf'],
    ['letter.docx', DOCX, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['table.xlsx', XLSX, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['old.doc', DOC, 'application/msword'],
  ])('takes %s by its content', async (name, content, mime) => {
    const file = await uploaded('team-leader', name, content)
    expect(file).toMatchObject({ name, mime, size: content.length })
    expect(Object.keys(file).sort()).toEqual(['documentId', 'id', 'mime', 'name', 'size', 'url'])
  })

  test.each([
    ['page.html', Buffer.from('<html><script>alert(1)</script></html>')],
    ['drawing.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['page.png', Buffer.from('<html><script>alert(1)</script></html>')],
    ['picture.pdf', png()],
    ['picture.html', png()],
    ['noending', png()],
    ['program.exe', Buffer.from('MZ\u0000\u0000')],
    ['archive.docx', zip('a.txt')],
    ['script.js', Buffer.from('alert(1)')],
    ['double.png.html', png()],
    ['empty.png', Buffer.alloc(0)],
  ])('refuses %s and names the field', async (name, content) => {
    const reply = await upload('team-leader', [name, content])
    expect(reply.status).toBe(400)
    expect(JSON.stringify(reply.body)).toContain('"files"')
  })

  test('takes all of several or none', async () => {
    const before = await asSystem(() => app().db.query('plugin::upload.file').count())
    const reply = await upload('team-leader', ['a.png', png()], ['b.html', Buffer.from('<html>')])
    expect(reply.status).toBe(400)
    expect(await asSystem(() => app().db.query('plugin::upload.file').count())).toBe(before)
    expect((await upload('team-leader', ['a.png', png()], ['b.png', png()])).body).toHaveLength(2)
  })

  test('takes no more than ten megabytes', async () => {
    const big = Buffer.concat([png(), Buffer.alloc(11 * 1024 * 1024)])
    expect((await upload('team-leader', ['big.png', big])).status).toBe(413)
  })

  test('is for those who file evidence, write articles or show what is broken', async () => {
    for (const asker of ['leader', 'points-reviewer', 'points-supervisor'] as const) {
      expect((await upload(asker, ['a.png', png()])).status).toBe(403)
    }
    expect((await upload('public', ['a.png', png()])).status).toBe(401)
    // A resident has photos to show, and no documents.
    expect((await upload('resident', ['a.png', png()])).status).toBe(201)
    expect((await upload('resident', ['a.pdf', Buffer.from('%PDF-1.7\n')])).status).toBe(400)
  })

  test('takes nothing beside the field, and replaces nothing', async () => {
    const file = await uploaded('team-leader')
    const send = (path: string) =>
      supertest(app().server.httpServer).post(path).set('Authorization', `Bearer ${a.users['team-leader'].token}`)
    expect((await send(`/api/upload?id=${file.id}`).attach('files', png(), 'a.png')).status).toBe(400)
    expect((await send('/api/upload').attach('other', png(), 'a.png')).status).toBe(400)
    expect((await send('/api/upload').field('fileInfo', '{"name":"x"}').attach('files', png(), 'a.png')).status).toBe(
      400,
    )
    expect((await send('/api/upload').send({})).status).toBe(400)
  })

  test('keeps no folders and no markup of a name', async () => {
    const file = await uploaded('team-leader', '../../<b>x.png')
    expect(file.name).toBe('bx.png')
    expect(file.url).toMatch(/^\/uploads\/[\w-]+\.png$/)
  })
})

describe('a file', () => {
  test('that belongs to nothing is its uploader’s alone', async () => {
    const { url } = await uploaded('team-leader')
    expect(await get(a, 'team-leader', url)).toBe(200)
    for (const [town, asker] of [
      [a, 'public'],
      [a, 'county-dispatcher'],
      [a, 'town-officer'],
      [b, 'team-leader'],
    ] as const) {
      expect(await get(town, asker, url)).toBe(404)
    }
  })

  test('of an order is seen by whoever sees the order', async () => {
    const { documentId, url } = await uploaded('team-leader')
    const files = app().plugin('access').service('files') as AccessServices['files']
    const subject = { type: 'order', documentId: a.rows.order?.documentId ?? '', siteCode: a.village }
    const bind = (actor: object) =>
      app().db.connection.transaction((trx) => files.bind(trx, [documentId], subject, actor as never))
    const someone = { kind: 'user', username: b.users['team-leader'].username }
    expect(await bind(someone)).toMatchObject({ ok: false, code: 'file_unknown' })
    expect(await bind({ kind: 'user', username: a.users['team-leader'].username })).toMatchObject({ ok: true })
    for (const asker of ['village-admin', 'town-officer', 'team-leader', 'resident', 'county-dispatcher'] as const) {
      expect({ asker, status: await get(a, asker, url) }).toEqual({ asker, status: 200 })
    }
    for (const asker of ['village-admin', 'town-officer', 'team-leader', 'resident', 'county-dispatcher'] as const) {
      expect({ asker, status: await get(b, asker, url) }).toEqual({ asker, status: 404 })
    }
    expect(await get(a, 'points-reviewer', url)).toBe(404)
    expect(await get(a, 'public', url)).toBe(404)
    expect(await files.views([documentId, 'absent'])).toMatchObject([{ documentId, url }])
  })

  test('of an article is seen by everybody once that is published, and by nobody else before', async () => {
    const cover = await uploaded('village-admin')
    const inside = await uploaded('village-admin')
    const pictures = [cover, inside].map(({ url }) => ({
      ...{ url, alt: '村站门口', caption: '', consent: 'nobody', consentNote: '' },
    }))
    const made = await caller(a, 'village-admin').post('/api/articles?populate=cover', {
      data: { title: '有图', body: `<p><img src="${inside.url}"></p>`, site: a.village, cover: cover.id, pictures },
    })
    expect(made.status).toBe(201)
    const { documentId, cover: shown } = (made.body as { data: { documentId: string; cover: object } }).data
    expect(shown).toMatchObject({ url: cover.url })
    expect(shown).not.toHaveProperty('hash')
    for (const { url } of [cover, inside]) {
      expect(await get(a, 'county-editor', url)).toBe(200)
      expect(await get(b, 'village-admin', url)).toBe(404)
      expect(await get(a, 'public', url)).toBe(404)
    }
    const turn = (verb: string) => caller(a, 'county-editor').post(`/api/articles/${documentId}/${verb}`, { data: {} })
    expect((await turn('publish')).status).toBe(200)
    for (const { url } of [cover, inside]) expect(await get(a, 'public', url)).toBe(200)
    expect((await turn('unpublish')).status).toBe(200)
    for (const { url } of [cover, inside]) expect(await get(a, 'public', url)).toBe(404)
  })

  test('of somebody else cannot be attached by its number', async () => {
    const file = await uploaded('team-leader')
    const create = (cover: unknown) =>
      caller(a, 'village-admin').post('/api/articles', { data: { title: '别人的图', site: a.village, cover } })
    const before = await asSystem(() => app().db.query('api::article.article').count())
    for (const cover of [
      file.id,
      String(file.id),
      { id: file.id },
      [file.id],
      { connect: [{ id: file.id }] },
      { set: [file.id] },
    ]) {
      expect((await create(cover)).status).toBe(404)
    }
    for (const cover of [{ id: 'x' }, 'x', -1, { a: 1 }, 99999999])
      expect([400, 404]).toContain((await create(cover)).status)
    expect(await asSystem(() => app().db.query('api::article.article').count())).toBe(before)
  })

  test('is found by the cookie of the console, for reading alone', async () => {
    const { url } = await uploaded('team-leader')
    const cookie = `practice_files=${a.users['team-leader'].token}`
    const agent = supertest(app().server.httpServer)
    expect((await agent.get(url).set('Cookie', cookie)).status).toBe(200)
    expect((await agent.head(url).set('Cookie', cookie)).status).toBe(200)
    expect((await agent.post(url).set('Cookie', cookie)).status).toBe(404)
    expect((await agent.get('/api/access/me').set('Cookie', cookie)).status).toBe(401)
    expect((await agent.get(url).set('Cookie', 'practice_files=x.y.z')).status).toBe(404)
  })

  test('is served so that a browser runs nothing of it', async () => {
    const picture = await caller(a, 'team-leader').get((await uploaded('team-leader')).url)
    expect(picture.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-type': 'image/png' })
    expect(picture.headers['content-security-policy']).toContain('sandbox')
    const paper = await caller(a, 'team-leader').get((await uploaded('team-leader', '纸.pdf', PDF)).url)
    expect(paper.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('纸.pdf')}`)
  })

  test('is not reached by another spelling of its address', async () => {
    const { url } = await uploaded('team-leader')
    const name = url.slice('/uploads/'.length)
    const { port } = app().server.httpServer.address() as AddressInfo
    const raw = (path: string) =>
      new Promise<number>((resolve, reject) => {
        const request = http.request({ port, path, host: '127.0.0.1' }, (reply) => {
          reply.resume()
          resolve(reply.statusCode ?? 0)
        })
        request.on('error', reject)
        request.end()
      })
    for (const path of [
      `/./uploads/${name}`,
      `//uploads/${name}`,
      `/%75ploads/${name}`,
      `/UPLOADS/${name}`,
      `/x/../uploads/${name}`,
      `/uploads/./${name}`,
      `/uploads%2f${name}`,
      `/.%2fuploads/${name}`,
      `/uploads/thumbnail_${name}`,
      `/uploads/${name}%00`,
      `/uploads/../uploads/${name}`,
      `\\uploads\\${name}`,
    ]) {
      const status = await raw(path)
      expect({ path, hidden: status >= 400 && status < 500 }).toEqual({ path, hidden: true })
    }
  })

  test('is in no list', async () => {
    for (const path of ['/api/upload/files', '/api/upload/files/1', '/uploads', '/uploads/']) {
      expect((await nobody().get(path)).status).toBe(404)
      expect(await get(a, 'county-dispatcher', path)).toBe(404)
    }
  })
})
