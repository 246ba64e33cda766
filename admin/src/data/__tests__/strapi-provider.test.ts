import type { RequestOptions } from '../../api/client'
import { ApiError } from '../../api/error'
import { strapiProvider } from '../strapi-provider'

interface Sent {
  path: string
  options: RequestOptions | undefined
}

/** A provider that talks to nobody: it keeps what was sent and answers with `reply`. */
function providerThat(reply: (path: string) => unknown) {
  const sent: Sent[] = []
  const provider = strapiProvider(<Reply>(path: string, options?: RequestOptions) => {
    sent.push({ path: decodeURIComponent(path), options })
    return Promise.resolve(reply(path) as Reply)
  })
  return { provider, sent }
}

const ROW = { id: 7, documentId: 'abc', name: '王&x' }

test('a list sends page, sort and filters encoded, and gives documentIds as ids with the total', async () => {
  const sent: string[] = []
  const provider = strapiProvider(<Reply>(path: string) => {
    sent.push(path)
    return Promise.resolve({ data: [ROW], meta: { pagination: { total: 41 } } } as Reply)
  })
  const list = await provider.getList({
    resource: 'teams',
    pagination: { currentPage: 2, pageSize: 20 },
    sorters: [{ field: 'code', order: 'asc' }],
    filters: [{ field: 'name', operator: 'contains', value: '王&x' }],
  })
  expect(list).toEqual({ data: [{ ...ROW, id: 'abc' }], total: 41 })
  expect(sent).toEqual([
    '/teams?pagination[page]=2&pagination[pageSize]=20&sort[0]=code%3Aasc&filters[name][$containsi]=%E7%8E%8B%26x',
  ])
})

test('pages are never longer than the contract allows', async () => {
  const { provider, sent } = providerThat(() => ({ data: [] }))
  await provider.getList({ resource: 'teams', pagination: { currentPage: 1, pageSize: 500 } })
  await provider.getList({ resource: 'teams', pagination: { mode: 'off' } })
  expect(sent.map(({ path }) => path)).toEqual(Array(2).fill('/teams?pagination[page]=1&pagination[pageSize]=100'))
})

test('orders and the audit log live under their plugins', async () => {
  const { provider, sent } = providerThat(() => ({ data: ROW }))
  await provider.getOne({ resource: 'orders', id: 'abc' })
  await provider.getOne({ resource: 'audit', id: 'abc' })
  expect(sent.map(({ path }) => path)).toEqual(['/dispatch/orders/abc', '/access/audit/abc'])
})

test('many are asked for a hundred at a time', async () => {
  const ids = Array.from({ length: 101 }, (_, index) => `d${index}`)
  const { provider, sent } = providerThat(() => ({ data: [ROW] }))
  const many = await provider.getMany?.({ resource: 'teams', ids })
  expect(sent).toHaveLength(2)
  expect(sent[1]?.path).toContain('filters[documentId][$in][0]=d100')
  expect(many?.data).toHaveLength(2)
})

test('what the server owns is never written', async () => {
  const { provider, sent } = providerThat(() => ({ data: ROW }))
  const variables = { ...ROW, createdAt: 'x', updatedAt: 'x', publishedAt: null, locale: 'zh', siteCode: '640402' }
  await provider.create({ resource: 'teams', variables })
  await provider.update({ resource: 'teams', id: 'abc', variables })
  const body = { data: { name: '王&x', siteCode: '640402' } }
  expect(sent).toEqual([
    { path: '/teams', options: { method: 'POST', body } },
    { path: '/teams/abc', options: { method: 'PUT', body } },
  ])
})

test('a created record has its id', async () => {
  const { provider } = providerThat(() => ({ data: ROW }))
  const created = await provider.create({ resource: 'teams', variables: { name: 'x' } })
  expect(created.data.id).toBe('abc')
})

test('what Refine has no word for is given as meta', async () => {
  const { provider, sent } = providerThat(() => ({ data: ROW }))
  await provider.getOne({ resource: 'articles', id: 'abc', meta: { status: 'draft', populate: ['cover'] } })
  expect(sent[0]?.path).toBe('/articles/abc?populate[0]=cover&status=draft')
})

test('a deletion answers with the id, though the server says nothing', async () => {
  const { provider, sent } = providerThat(() => null)
  const deleted = await provider.deleteOne({ resource: 'teams', id: 'abc' })
  expect(deleted.data.id).toBe('abc')
  expect(sent[0]?.options).toEqual({ method: 'DELETE' })
})

test('errors come through as they are', async () => {
  const refusal = new ApiError(403, 'role_not_allowed')
  const provider = strapiProvider(() => Promise.reject(refusal))
  await expect(provider.getOne({ resource: 'teams', id: 'abc' })).rejects.toBe(refusal)
})
