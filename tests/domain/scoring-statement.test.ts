import { wordsOf, type StatementLine } from '@practice/scoring/domain'
import * as refusals from '@practice/scoring/domain'

const line = (changes: Partial<StatementLine>): StatementLine => ({
  kind: 'post',
  rule: null,
  quantity: null,
  reason: null,
  goods: [],
  ...changes,
})
const goods = [
  { name: '洗衣液', quantity: 1 },
  { name: '盐', quantity: 2 },
]

test.each`
  entry                                                          | words
  ${line({ rule: '志愿服务一小时', quantity: 2 })}               | ${'志愿服务一小时 ×2'}
  ${line({ rule: '庭院整洁评比合格', quantity: 1 })}             | ${'庭院整洁评比合格'}
  ${line({})}                                                    | ${'积分入账'}
  ${line({ kind: 'deduct', rule: '违规焚烧秸秆', quantity: 1 })} | ${'扣分：违规焚烧秸秆'}
  ${line({ kind: 'deduct' })}                                    | ${'扣分'}
  ${line({ kind: 'redeem', goods })}                             | ${'兑换：洗衣液 ×1、盐 ×2'}
  ${line({ kind: 'redeem' })}                                    | ${'兑换'}
  ${line({ kind: 'void', goods })}                               | ${'兑换作废，退回积分：洗衣液 ×1、盐 ×2'}
  ${line({ kind: 'reverse', reason: '记错了人' })}               | ${'更正：记错了人'}
  ${line({ kind: 'reverse' })}                                   | ${'更正'}
  ${line({ kind: 'replace', reason: '遗失' })}                   | ${'换卡转存'}
  ${line({ kind: 'lapse' })}                                     | ${'年底清零'}
`('$words', ({ entry, words }) => {
  expect(wordsOf(entry as StatementLine)).toBe(words)
})

const FAMILIES = Object.keys(refusals).filter((name) => name.endsWith('_REFUSALS'))

test('there are families of refusals', () => {
  expect(FAMILIES.length).toBeGreaterThan(10)
})

test.each(FAMILIES)(
  '%s: each has a status, in the order of precedence: not there, not yours, not now, not so',
  (family) => {
    const exported: Readonly<Record<string, unknown>> = refusals
    const codes = exported[family] as readonly string[]
    const statuses = exported[family.replace(/S$/, '_STATUS')] as Readonly<Record<string, number>>
    expect(Object.keys(statuses)).toEqual(codes)
    expect(new Set(codes).size).toBe(codes.length)
  },
)
