import { MenuItemView } from '@practice/dispatch/contracts'
import { menuOf, type CatalogueItem, type OfferingSetting } from '@practice/dispatch/domain'

const item = (code: string, different: Partial<CatalogueItem> = {}): CatalogueItem => ({
  code,
  name: `事项 ${code}`,
  category: { code: code.slice(0, 3), name: '便民维修' },
  theme: 'service',
  handling: 'visit',
  skill: '维修',
  urgency: 'general',
  resolveDays: 3,
  form: null,
  active: true,
  ...different,
})

const NOTHING = { enabled: null, hours: null, contact: null, materials: null, resolveDays: null, form: null }
const said = (siteCode: string, itemCode: string, what: Partial<OfferingSetting>): OfferingSetting => ({
  siteCode,
  itemCode,
  ...NOTHING,
  ...what,
})

const DISTRICT = '640402'
const TOWN = '640402100'
const VILLAGE = '640402100207'
const POINT = '640402100207-01'
const NEIGHBOUR = '640402100208'
const OTHER_TOWN = '640402107'

describe('whether an item is on the menu: the nearest site upwards that says so decides', () => {
  test.each`
    district | town     | village  | offered  | because
    ${null}  | ${null}  | ${null}  | ${false} | ${'nobody said so'}
    ${true}  | ${null}  | ${null}  | ${true}  | ${'inherited from the district'}
    ${true}  | ${false} | ${null}  | ${false} | ${'the town switched it off'}
    ${true}  | ${false} | ${true}  | ${true}  | ${'the village has it back'}
    ${true}  | ${null}  | ${false} | ${false} | ${'the village switched it off'}
    ${false} | ${true}  | ${null}  | ${true}  | ${'the town alone has it'}
    ${null}  | ${null}  | ${true}  | ${true}  | ${'the village alone has it'}
    ${false} | ${null}  | ${null}  | ${false} | ${'off everywhere'}
  `(
    'district $district, town $town, village $village: $offered, $because',
    (line: { district: boolean | null; town: boolean | null; village: boolean | null; offered: boolean }) => {
      const settings = [
        said(VILLAGE, 'C08-03', { enabled: line.village }),
        said(DISTRICT, 'C08-03', { enabled: line.district }),
        said(TOWN, 'C08-03', { enabled: line.town }),
      ]
      expect(menuOf(VILLAGE, [item('C08-03')], settings, 5)).toHaveLength(line.offered ? 1 : 0)
      expect(menuOf(POINT, [item('C08-03')], settings, 5)).toHaveLength(line.offered ? 1 : 0)
    },
  )

  test('switched off in one village, it is off there and nowhere else', () => {
    const settings = [said(DISTRICT, 'C08-03', { enabled: true }), said(VILLAGE, 'C08-03', { enabled: false })]
    const offered = (site: string) => menuOf(site, [item('C08-03')], settings, 5).length === 1
    expect([DISTRICT, TOWN, VILLAGE, POINT, NEIGHBOUR, OTHER_TOWN].filter(offered)).toEqual([
      DISTRICT,
      TOWN,
      NEIGHBOUR,
      OTHER_TOWN,
    ])
  })

  test('an item that is not active is on no menu', () => {
    expect(
      menuOf(VILLAGE, [item('C08-03', { active: false })], [said(VILLAGE, 'C08-03', { enabled: true })], 5),
    ).toEqual([])
  })
})

describe('each field comes from the nearest site that says it', () => {
  const districtForm = { type: 'object' }
  const townForm = { type: 'object', properties: { floor: { type: 'integer' } } }
  const settings = [
    said(DISTRICT, 'C08-03', {
      enabled: true,
      hours: '工作日',
      contact: '区中心',
      materials: ['身份证'],
      form: districtForm,
    }),
    said(TOWN, 'C08-03', { contact: '三营镇维修队', resolveDays: 1, form: townForm }),
    said(VILLAGE, 'C08-03', { hours: '每天', materials: [] }),
    said(OTHER_TOWN, 'C08-03', { hours: '从不', contact: '头营镇', enabled: false }),
  ]

  test('field by field', () => {
    expect(menuOf(VILLAGE, [item('C08-03')], settings, 5)).toEqual([
      {
        code: 'C08-03',
        name: '事项 C08-03',
        category: { code: 'C08', name: '便民维修' },
        theme: 'service',
        handling: 'visit',
        skill: '维修',
        urgency: 'general',
        hours: '每天',
        contact: '三营镇维修队',
        materials: [],
        resolveDays: 1,
        form: townForm,
        decidedBy: DISTRICT,
      },
    ])
  })

  test('what no site says comes from the catalogue, then from the settings of dispatch', () => {
    const enabled = [said(DISTRICT, 'A', { enabled: true }), said(DISTRICT, 'B', { enabled: true })]
    const menu = menuOf(VILLAGE, [item('A', { form: districtForm }), item('B', { resolveDays: null })], enabled, 5)
    expect(menu).toMatchObject([
      { code: 'A', resolveDays: 3, form: districtForm, hours: null, contact: null, materials: [] },
      { code: 'B', resolveDays: 5, form: null },
    ])
  })

  test('a menu is what the contract promises, in the order of the catalogue', () => {
    const items = Array.from({ length: 46 }, (_, index) => item(`C${String(46 - index).padStart(2, '0')}`))
    const menu = menuOf(
      VILLAGE,
      items,
      items.map(({ code }) => said(DISTRICT, code, { enabled: true })),
      5,
    )
    expect(menu.map(({ code }) => code)).toEqual(items.map(({ code }) => code))
    for (const line of menu) expect(MenuItemView.parse(line)).toEqual(line)
  })
})
