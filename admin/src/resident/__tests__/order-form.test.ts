import type { FormSchema } from '../../components/json-schema'
import { bodyOf, draftOfBody, isOrderDraft, problemsOf } from '../order-form'
import type { OrderDraft } from '../order-form'

const FORM: FormSchema = {
  type: 'object',
  required: ['人数', '说明'],
  properties: {
    人数: { type: 'integer', minimum: 1, maximum: 30 },
    说明: { type: 'string', minLength: 2 },
    工种: { type: 'array', items: { enum: ['建筑', '家政'] } },
    层数: { enum: [1, 2] },
    老人: { type: 'boolean' },
    何时: { type: 'string', format: 'date-time' },
    号码: { type: 'string', pattern: '^\\d{4}$' },
  },
}
const HOUSEHOLD = { code: '640402100207-H001', name: '马建国', phone: '199****0000', address: '二组78号' }
const NOW = Date.parse('2026-11-29T08:00:00Z')

const draft = (changes: Partial<OrderDraft> = {}): OrderDraft => ({
  ...{ key: 'k', answers: {}, note: '', preferredAt: '', name: '马建国', phone: '', address: '' },
  ...changes,
})

test.each([
  [{}, { 'form.人数': 'missing', 'form.说明': 'missing' }],
  [
    { 人数: 'x', 说明: '坏' },
    { 'form.人数': 'number', 'form.说明': 'short' },
  ],
  [{ 人数: '1.5', 说明: '坏了' }, { 'form.人数': 'whole' }],
  [{ 人数: '0', 说明: '坏了' }, { 'form.人数': 'least' }],
  [
    { 人数: '31', 说明: '坏了', 号码: '12' },
    { 'form.人数': 'most', 'form.号码': 'pattern' },
  ],
  [{ 人数: '3', 说明: '坏了', 号码: '1234' }, {}],
])('of the answers %j is said %j', (answers, problems) => {
  const found = problemsOf(draft({ answers }), FORM, HOUSEHOLD, NOW)
  expect(Object.fromEntries(Object.entries(found).map(([name, { code }]) => [name, code]))).toEqual(problems)
})

test('a phone is needed where the household has none, and a wish lies ahead', () => {
  const codes = (changes: Partial<OrderDraft>, household: typeof HOUSEHOLD | null = HOUSEHOLD) =>
    Object.entries(problemsOf(draft(changes), null, household, NOW)).map(([name, { code }]) => `${name} ${code}`)
  expect(codes({}, null)).toEqual(['requester.phone phone'])
  expect(codes({ phone: '138 0000 0000' }, null)).toEqual([])
  expect(codes({ phone: '12' })).toEqual(['requester.phone phone'])
  expect(codes({ name: ' ' })).toEqual(['requester.name name'])
  // On the district's clock it is 16:00.
  expect(codes({ preferredAt: '2026-11-29T15:59' })).toEqual(['preferredAt past'])
  expect(codes({ preferredAt: '2026-11-29T16:01' })).toEqual([])
})

test('answers are sent as the schema asks for them, and read back as they were typed', () => {
  const answers = {
    人数: '3',
    说明: ' 坏了 ',
    工种: ['家政'],
    层数: '2',
    老人: true,
    何时: '2026-12-01T09:30',
    号码: '',
  }
  const typed = draft({ answers, note: ' 快一点 ', phone: '138 0000 0000', preferredAt: '2026-12-01T09:30' })
  const body = bodyOf(typed, { code: 'C08-03', form: FORM }, '640402100207', HOUSEHOLD)
  const at = '2026-12-01T01:30:00.000Z'
  expect(body).toEqual({
    serviceItem: 'C08-03',
    site: '640402100207',
    channel: 'phone',
    requester: { name: '马建国', phone: '13800000000', household: HOUSEHOLD.code },
    form: { 人数: 3, 说明: '坏了', 工种: ['家政'], 层数: 2, 老人: true, 何时: at },
    note: '快一点',
    preferredAt: at,
  })
  const again = draftOfBody(body, '马建国')
  expect(isOrderDraft(again)).toBe(true)
  expect(bodyOf(again, { code: 'C08-03', form: FORM }, '640402100207', HOUSEHOLD)).toEqual(body)
})

test('what is no draft is not taken up', () => {
  expect([null, 1, {}, { answers: {} }, { ...draft(), note: 1 }].map(isOrderDraft)).toEqual(Array(5).fill(false))
})
