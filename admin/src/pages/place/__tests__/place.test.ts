import type { MenuItem } from '@practice/dispatch/contracts'
import { ApiError, errorOf } from '../../../api/error'
import { fieldErrorsOf } from '../field-errors'
import { searchMenu } from '../menu-search'

const item = (code: string, name: string, category: string, skill = ''): MenuItem => ({
  code,
  name,
  category: { code: category, name: `类${category}` },
  theme: 'service',
  handling: 'visit',
  skill,
  urgency: 'general',
  hours: null,
  contact: null,
  materials: [],
  resolveDays: 3,
  form: null,
  decidedBy: null,
})

const MENU = [
  item('C08-03', '家电水电维修', 'C08', '维修'),
  item('C04-04', '送药上门', 'C04'),
  item('C08-01', '理发', 'C08'),
]

test('the menu stands by category, in its own order', () => {
  expect(searchMenu(MENU, '', null).map(({ code, items }) => [code, items.map(({ code }) => code)])).toEqual([
    ['C08', ['C08-03', 'C08-01']],
    ['C04', ['C04-04']],
  ])
})

test('words are looked for in names, codes, categories and skills, all of them', () => {
  const found = (text: string, category: string | null = null) =>
    searchMenu(MENU, text, category).flatMap(({ items }) => items.map(({ code }) => code))
  expect(found('维修')).toEqual(['C08-03'])
  expect(found(' c08 理发 ')).toEqual(['C08-01'])
  expect(found('类C04')).toEqual(['C04-04'])
  expect(found('维修', 'C04')).toEqual([])
  expect(found('', 'C04')).toEqual(['C04-04'])
})

test('answers to the form are named by the form, with the server’s words', () => {
  const error = errorOf(422, {
    error: { details: { code: 'form_invalid', errors: [{ path: ['故障类型'], message: '请从选项中选择' }] } },
  })
  expect(fieldErrorsOf(error)).toEqual([{ name: ['form', '故障类型'], message: '请从选项中选择' }])
})

test('malformed fields are named, without the parser’s words', () => {
  const error = errorOf(400, { error: { details: { errors: [{ path: ['requester', 'phone'], message: 'Invalid' }] } } })
  expect(fieldErrorsOf(error)).toEqual([{ name: ['requester', 'phone'], message: null }])
})

test('a missing phone is said beside the phone; what belongs to no field, nowhere', () => {
  expect(fieldErrorsOf(new ApiError(422, 'phone_missing'))).toEqual([{ name: ['requester', 'phone'], message: null }])
  expect(fieldErrorsOf(new ApiError(422, 'not_offered'))).toEqual([])
  expect(fieldErrorsOf(new Error('x'))).toEqual([])
})
