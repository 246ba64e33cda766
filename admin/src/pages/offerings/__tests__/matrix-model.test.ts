import { cellsOf, groupsOf, isWanted, sameCells } from '../matrix-model'
import type { Offerings } from '../matrix-model'
import { NOTHING_SAID, keyOf } from '../setting'
import type { ItemRow, MenuLine, OfferingRow, Setting } from '../setting'

const TOWN = '640402100'
const VILLAGE = '640402100207'
const OTHER = '640402100208'
const item: ItemRow = {
  documentId: 'd',
  code: 'C08-03',
  name: '家电维修',
  categoryCode: 'C08',
  handling: 'visit',
  resolveDays: 3,
  form: null,
}
const line: MenuLine = { ...NOTHING_SAID, decidedBy: '640402' }

function offerings(said: Record<string, Partial<Setting>>, clicked: Record<string, boolean | null> = {}): Offerings {
  const cell = (siteCode: string) => ({ siteCode, itemCode: item.code })
  const row = (siteCode: string): OfferingRow => ({
    ...NOTHING_SAID,
    ...said[siteCode],
    ...cell(siteCode),
    documentId: siteCode,
  })
  return {
    columns: [
      { code: TOWN, name: '三营镇', isOwn: true },
      { code: VILLAGE, name: '老三营村', isOwn: false },
      { code: OTHER, name: '新三营村', isOwn: false },
    ],
    settings: new Map(Object.keys(said).map((code) => [keyOf(cell(code)), row(code)])),
    menu: new Map([[item.code, line]]),
    pending: new Map(Object.entries(clicked).map(([code, enabled]) => [keyOf(cell(code)), enabled])),
  }
}

const look = (state: Offerings) => cellsOf(state, item).map((cell) => `${cell.mark}:${cell.isOffered ? 'yes' : 'no'}`)

test.each`
  case                                                | said                                                          | looks
  ${'nothing said'}                                   | ${{}}                                                         | ${['inherited:yes', 'inherited:yes', 'inherited:yes']}
  ${'one village switches off: that village only'}    | ${{ [VILLAGE]: { enabled: false } }}                          | ${['inherited:yes', 'off:no', 'inherited:yes']}
  ${'the town switches off: all below that say none'} | ${{ [TOWN]: { enabled: false } }}                             | ${['off:no', 'inherited:no', 'inherited:no']}
  ${'a village on where the town is off'}             | ${{ [TOWN]: { enabled: false }, [OTHER]: { enabled: true } }} | ${['off:no', 'inherited:no', 'on:yes']}
`('$case', ({ said, looks }) => {
  expect(look(offerings(said as Record<string, Partial<Setting>>))).toEqual(looks)
})

test('what was clicked shows at once, in the villages below a town too', () => {
  const state = offerings({}, { [TOWN]: false })
  expect(look(state)).toEqual(['off:no', 'inherited:no', 'inherited:no'])
  expect(cellsOf(state, item).map((cell) => cell.isPending)).toEqual([true, false, false])
})

test('only a row that changed is another row', () => {
  const before = cellsOf(offerings({}), item)
  expect(sameCells(before, cellsOf(offerings({}), item))).toBe(true)
  expect(sameCells(before, cellsOf(offerings({ [VILLAGE]: { hours: '每天' } }), item))).toBe(false)
})

test('a list narrowed to own settings or to what is not offered', () => {
  const cells = cellsOf(offerings({ [VILLAGE]: { hours: '每天' } }), item)
  expect([isWanted(cells, 'all'), isWanted(cells, 'own'), isWanted(cells, 'off')]).toEqual([true, true, false])
  expect(isWanted(cellsOf(offerings({}, { [OTHER]: false }), item), 'off')).toBe(true)
})

test('items stand in their categories, found by name, code or category', () => {
  const categories = [
    { code: 'C01', name: '党务政务', position: 1 },
    { code: 'C08', name: '上门服务', position: 8 },
  ]
  expect(groupsOf([item], categories, '').map(({ code }) => code)).toEqual(['C08'])
  for (const search of ['维修', 'c08-03', '上门']) expect(groupsOf([item], categories, search)).toHaveLength(1)
  expect(groupsOf([item], categories, '理发')).toEqual([])
})
