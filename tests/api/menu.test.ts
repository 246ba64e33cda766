import { nobody } from '../support/api'

const effective = (query: string) => nobody().get(`/api/service-items/effective${query}`)

describe('the menu of a site', () => {
  test('is open to everybody', async () => {
    const reply = await effective('?site=640402100207')
    expect(reply.status).toBe(200)
    expect((reply.body as { data: { code: string }[] }).data.map(({ code }) => code)).toContain('C08-03')
  })

  test.each`
    query                 | status | what
    ${''}                 | ${400} | ${'no site'}
    ${'?site=x'}          | ${400} | ${'no site code'}
    ${'?site=640402999'}  | ${404} | ${'a code of no site'}
    ${'?site=640402&x=1'} | ${400} | ${'a key nobody knows'}
  `('$what: $status', async ({ query, status }: { query: string; status: number }) => {
    const reply = await effective(query)
    expect(reply.status).toBe(status)
    expect(reply.body).toMatchObject({ data: null, error: { status } })
  })
})
