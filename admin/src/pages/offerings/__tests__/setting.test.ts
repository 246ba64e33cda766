import { NOTHING_SAID, changesOf, inheritedOf, markOf, nextOf, resolvedOf, saysNothing, switched } from '../setting'
import type { MenuLine, Setting } from '../setting'

const item = { resolveDays: 5, form: null }
const line: MenuLine = {
  hours: '周一至周五',
  contact: '中心',
  materials: ['身份证'],
  resolveDays: 5,
  form: null,
  decidedBy: '640402',
}
const TOWN = '640402100'
const town = (said: Partial<Setting>) => [{ siteCode: TOWN, setting: { ...NOTHING_SAID, ...said } }]

test('a click goes from inherited to off to on and back', () => {
  expect([null, false, true].map(nextOf)).toEqual([false, true, null])
  expect([null, false, true].map(markOf)).toEqual(['inherited', 'off', 'on'])
})

test.each`
  isOn     | inherited | says
  ${true}  | ${true}   | ${null}
  ${false} | ${false}  | ${null}
  ${true}  | ${false}  | ${true}
  ${false} | ${true}   | ${false}
`('a switch at $isOn where $inherited is inherited says $says', ({ isOn, inherited, says }) => {
  expect(switched(isOn as boolean, inherited as boolean)).toBe(says)
})

test.each`
  case                               | line         | said                  | enabled  | from
  ${'offered above'}                 | ${line}      | ${{}}                 | ${true}  | ${'640402'}
  ${'not offered above'}             | ${undefined} | ${{}}                 | ${false} | ${null}
  ${'switched off by the town'}      | ${line}      | ${{ enabled: false }} | ${false} | ${TOWN}
  ${'switched on by the town alone'} | ${undefined} | ${{ enabled: true }}  | ${true}  | ${TOWN}
`('$case', ({ line, said, enabled, from }) => {
  const inherited = inheritedOf(item, line as MenuLine | undefined, town(said as Partial<Setting>))
  expect(inherited.enabled).toBe(enabled)
  expect(inherited.from.enabled).toBe(from)
})

test('each part is decided by the nearest site that says something', () => {
  const inherited = inheritedOf(item, line, town({ hours: '每天', materials: [] }))
  expect(inherited).toMatchObject({ hours: '每天', contact: '中心', materials: [], resolveDays: 5 })
  expect(inherited.from).toMatchObject({ hours: TOWN, materials: TOWN, contact: null })
})

test('what is not offered above still has what the catalogue says', () => {
  expect(inheritedOf(item, undefined, [])).toMatchObject({ enabled: false, resolveDays: 5, hours: null })
})

test('residents get the own word, else what is inherited; an empty list is a word', () => {
  const inherited = inheritedOf(item, line, [])
  expect(resolvedOf({ ...NOTHING_SAID, materials: [], enabled: false }, inherited)).toEqual({
    enabled: false,
    hours: '周一至周五',
    contact: '中心',
    materials: [],
    resolveDays: 5,
    form: null,
  })
})

test('a row may go when it says nothing', () => {
  expect(saysNothing(NOTHING_SAID)).toBe(true)
  expect(saysNothing({ ...NOTHING_SAID, enabled: false })).toBe(false)
  expect(saysNothing({ ...NOTHING_SAID, materials: [] })).toBe(false)
})

test('only what is other than before is written', () => {
  const before = { ...NOTHING_SAID, hours: '每天', materials: ['身份证'] }
  expect(changesOf(before, { ...before, enabled: false, materials: [...before.materials] })).toEqual({ enabled: false })
  expect(changesOf(before, { ...before, materials: null })).toEqual({ materials: null })
})
