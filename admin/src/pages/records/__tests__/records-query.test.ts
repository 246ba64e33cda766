import { filtersOf } from '../../../data/query'
import { filtersOfRecords, readRecordsQuery, writeRecordsQuery } from '../records-query'

const read = (address: string) => readRecordsQuery(new URLSearchParams(address))

test('an address says what it shows, and nothing that there is not', () => {
  const query = read('state=noticed,recorded,lost&site=640402100&theme=nothing&q=&page=0&rule=R1-01')
  expect(query).toEqual({
    states: ['recorded', 'noticed'],
    site: '640402100',
    theme: null,
    searched: '',
    linked: { rule: 'R1-01' },
    page: 1,
  })
})

test.each(['', 'state=held', 'state=recorded%2Cnoticed&site=640402&theme=service&q=J7&rule=R1-01&page=3'])(
  '%s is written as it was read',
  (address) => expect(writeRecordsQuery(read(address)).toString()).toBe(address),
)

test('conditions are the contract’s', () => {
  const filters = filtersOf(
    filtersOfRecords(read('state=held&site=640402100&since=2026-11-24T00:00:00Z&q=640402100207-0001')),
  )
  expect(filters).toEqual({
    state: { $in: ['held'] },
    site: { $gte: '640402100', $lt: '640402101' },
    card: { $eq: '640402100207-0001' },
    recordedAt: { $gte: '2026-11-24T00:00:00Z' },
  })
})

test('what is no number of a card is looked for as a record’s', () => {
  expect(filtersOf(filtersOfRecords(read('q=j20261124-0003')))).toEqual({ number: { $eq: 'J20261124-0003' } })
})
