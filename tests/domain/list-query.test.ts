import { COLUMN, parseQueryList, type ListSpec } from '@practice/kernel'

const spec: ListSpec<'number' | 'state' | 'site' | 'overdue' | 'createdAt' | 'rework', 'number' | 'createdAt'> = {
  filters: {
    number: COLUMN.text(),
    state: COLUMN.choice(['placed', 'dispatched']),
    site: COLUMN.code(),
    overdue: COLUMN.flag(),
    createdAt: COLUMN.instant(),
    rework: COLUMN.integer(),
  },
  sorts: ['number', 'createdAt'],
  sort: [{ column: 'createdAt', direction: 'desc' }],
}

const parse = (query: unknown) => parseQueryList(spec, query)

test('an empty request has the list as it comes', () => {
  expect(parse({})).toEqual({
    ok: true,
    value: { filters: [], sort: spec.sort, page: 1, pageSize: 25, withCount: true },
  })
})

test.each`
  filters                                                      | conditions
  ${{ state: 'placed' }}                                       | ${[['state', '$eq', 'placed']]}
  ${{ state: ['placed', 'dispatched'] }}                       | ${[['state', '$in', ['placed', 'dispatched']]]}
  ${{ state: { $in: 'placed' } }}                              | ${[['state', '$in', ['placed']]]}
  ${{ site: { $startsWith: '640402100' } }}                    | ${[['site', '$startsWith', '640402100']]}
  ${{ number: { $contains: '2026' }, overdue: 'true' }}        | ${[['number', '$contains', '2026'], ['overdue', '$eq', true]]}
  ${{ overdue: { $eq: 'false' } }}                             | ${[['overdue', '$eq', false]]}
  ${{ createdAt: { $gte: '2026-11-01T00:00:00+08:00' } }}      | ${[['createdAt', '$gte', Date.UTC(2026, 9, 31, 16)]]}
  ${{ createdAt: { $null: 'true' } }}                          | ${[['createdAt', '$null', true]]}
  ${{ rework: { $gt: '0', $lte: '3' } }}                       | ${[['rework', '$gt', 0], ['rework', '$lte', 3]]}
  ${{ $and: [{ rework: { $gt: '0' } }, { state: 'placed' }] }} | ${[['rework', '$gt', 0], ['state', '$eq', 'placed']]}
`('filters $filters', ({ filters, conditions }: { filters: unknown; conditions: [string, string, unknown][] }) => {
  const result = parse({ filters })
  expect(result.ok && result.value.filters.map(({ column, operator, value }) => [column, operator, value])).toEqual(
    conditions,
  )
})

test.each`
  query                                               | path                                  | because
  ${{ populate: '*' }}                                | ${['populate']}                       | ${'an unknown parameter'}
  ${{ _q: '马' }}                                     | ${['_q']}                             | ${'a search that the list does not have'}
  ${{ filters: 'placed' }}                            | ${['filters']}                        | ${'no columns'}
  ${{ filters: { requesterPhone: '1' } }}             | ${['filters', 'requesterPhone']}      | ${'a column that is not listed'}
  ${{ filters: { constructor: '1' } }}                | ${['filters', 'constructor']}         | ${'a name that every object has'}
  ${{ filters: { team: { code: 'x' } } }}             | ${['filters', 'team']}                | ${'a walk through a relation'}
  ${{ filters: { site: { parent: { code: 'x' } } } }} | ${['filters', 'site', 'parent']}      | ${'a walk from a listed column'}
  ${{ filters: { state: { $contains: 'pl' } } }}      | ${['filters', 'state', '$contains']}  | ${'an operator that makes no sense'}
  ${{ filters: { state: { $regex: '.*' } } }}         | ${['filters', 'state', '$regex']}     | ${'an unknown operator'}
  ${{ filters: { state: 'lost' } }}                   | ${['filters', 'state', '$eq']}        | ${'an unknown state'}
  ${{ filters: { state: { $in: [] } } }}              | ${['filters', 'state', '$in']}        | ${'an empty list'}
  ${{ filters: { overdue: 'maybe' } }}                | ${['filters', 'overdue', '$eq']}      | ${'no flag'}
  ${{ filters: { createdAt: { $lt: 'yesterday' } } }} | ${['filters', 'createdAt', '$lt']}    | ${'no instant'}
  ${{ filters: { rework: { $gt: '1e3' } } }}          | ${['filters', 'rework', '$gt']}       | ${'no integer'}
  ${{ filters: { $or: [{ state: 'placed' }] } }}      | ${['filters', '$or']}                 | ${'an alternative'}
  ${{ filters: { $and: [{ secret: '1' }] } }}         | ${['filters', '$and', '0', 'secret']} | ${'an unlisted column under $and'}
  ${{ sort: 'state' }}                                | ${['sort', 'state']}                  | ${'a sort that is not listed'}
  ${{ sort: 'team.secret:asc' }}                      | ${['sort', 'team.secret:asc']}        | ${'a sort through a relation'}
  ${{ sort: 'number:down' }}                          | ${['sort', 'number:down']}            | ${'an unknown direction'}
  ${{ pagination: { page: '0' } }}                    | ${['pagination', 'page']}             | ${'no page 0'}
  ${{ pagination: { pageSize: '101' } }}              | ${['pagination', 'pageSize']}         | ${'a page over 100'}
  ${{ pagination: { pageSize: '0' } }}                | ${['pagination', 'pageSize']}         | ${'an empty page'}
  ${{ pagination: { pageSize: '-1' } }}               | ${['pagination', 'pageSize']}         | ${'a negative page'}
  ${{ pagination: { limit: '-1' } }}                  | ${['pagination', 'limit']}            | ${'an unknown way to page'}
`('$because is refused at $path', ({ query, path }: { query: unknown; path: string[] }) => {
  expect(parse(query)).toMatchObject({ ok: false, code: 'invalid', details: { errors: [{ path }] } })
})

test('sorts in order, several, in both writings', () => {
  const sort = [
    { column: 'number', direction: 'desc' },
    { column: 'createdAt', direction: 'asc' },
  ]
  expect(parse({ sort: 'number:desc,createdAt' })).toMatchObject({ value: { sort } })
  expect(parse({ sort: ['number:desc', 'createdAt:asc'] })).toMatchObject({ value: { sort } })
})

test('pages as text, as an address carries them', () => {
  expect(parse({ pagination: { page: '3', pageSize: '100', withCount: 'false' } })).toMatchObject({
    value: { page: 3, pageSize: 100, withCount: false },
  })
})
