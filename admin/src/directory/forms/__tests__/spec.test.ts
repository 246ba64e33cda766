import { bodyOf, changesOf, newRowOf, nextCode } from '../spec'
import type { RowForm } from '../spec'

const FORM: RowForm = {
  resource: 'households',
  titles: { add: '', edit: '' },
  fields: [
    { name: 'name', label: '', kind: 'text' },
    { name: 'phone', label: '', kind: 'tel' },
    { name: 'site', label: '', kind: 'site', isFixed: true },
    { name: 'members', label: '', kind: 'members' },
  ],
  code: { column: 'code', prefixOf: ({ site }) => `${String(site)}-H`, digits: 3 },
  begun: {},
  valuesOf: (row) => row,
  implied: ({ site }) => ({ kind: typeof site === 'string' ? 'village' : null }),
  removal: 'none',
}
const ROW = { name: '马建国', phone: '199****0001', site: '640402100207', members: [{ name: '马建国' }] }

test('texts are told without blanks around them, what is empty as null, and what follows from the values beside', () => {
  expect(bodyOf(FORM, { name: ' 马 ', phone: '', site: '640402' })).toEqual({
    name: '马',
    phone: null,
    site: '640402',
    members: null,
    kind: 'village',
  })
})

test('of a row that is there only what is different is told, and never what is fixed', () => {
  expect(changesOf(FORM, ROW, { ...ROW, name: '马建军' })).toEqual({ name: '马建军' })
  expect(changesOf(FORM, ROW, { ...ROW, site: '640402100208', phone: '' })).toEqual({ phone: null })
  expect(changesOf(FORM, ROW, { ...ROW })).toEqual({})
})

test('a new row leaves out what is empty', () => {
  expect(newRowOf(FORM, { name: '马建国', phone: ' ', site: '640402' })).toEqual({
    name: '马建国',
    site: '640402',
    kind: 'village',
  })
})

test.each([
  [undefined, 'H001'],
  ['H007', 'H008'],
  ['H099', 'H100'],
  ['H999', 'H1000'],
  ['Hx', 'H001'],
  ['T003', 'H001'],
])('after %s comes %s', (last, next) => expect(nextCode('H', last, 3)).toBe(next))
