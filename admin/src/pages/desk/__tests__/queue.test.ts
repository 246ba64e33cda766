import { countOf, filtersOfQuery, readQuery, writeQuery } from '../queue'

const read = (address: string) => readQuery(new URLSearchParams(address), 'toDispatch')

test('the address is read, and what makes no sense is passed over', () => {
  expect(read('group=overdue&site=640402100&q=2026&page=3')).toMatchObject({
    group: 'overdue',
    site: '640402100',
    number: '2026',
    page: 3,
  })
  expect(read('group=nonsense&page=-2')).toMatchObject({ group: 'toDispatch', page: 1 })
})

test('what is written is read again', () => {
  const query = read('group=inHand&item=C08-03&urgency=urgent&page=2')
  expect(readQuery(writeQuery(query), 'all')).toEqual(query)
})

test('a town includes its villages, a state narrows its group', () => {
  expect(filtersOfQuery(read('group=inHand&state=started&site=640402100'))).toEqual([
    { field: 'state', operator: 'eq', value: 'started' },
    { field: 'site', operator: 'startswiths', value: '640402100' },
  ])
  expect(filtersOfQuery(read('group=overdue'))).toEqual([{ field: 'overdue', operator: 'eq', value: true }])
})

test('counts of the groups add up their states', () => {
  const states = { placed: 2, pooled: 1, accepted: 3, started: 4 } as Parameters<typeof countOf>[1]['states']
  const summary = { states, overdue: 5, total: 20 }
  expect(countOf('toDispatch', summary)).toBe(3)
  expect(countOf('inHand', summary)).toBe(7)
  expect(countOf('overdue', summary)).toBe(5)
  expect(countOf('toArchive', summary)).toBe(0)
})
