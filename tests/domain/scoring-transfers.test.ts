import { ROLES, type Role } from '@practice/kernel'
import {
  allowedOfTransfer,
  causeOf,
  checkReversal,
  lapsing,
  posting,
  redeeming,
  replacing,
  reverse,
  settling,
  TRANSFER_KINDS,
  voiding,
  type NewTransfer,
  type TransferKind,
  type TransferStanding,
} from '@practice/scoring/domain'
import { actorOf, CARD, OTHER_VILLAGE, refusalOf, SHOP, THEIRS, TOWN, VILLAGE } from './scoring-fixtures'

const card = { number: CARD, siteCode: VILLAGE }
const successor = { number: `${VILLAGE}-0002`, siteCode: VILLAGE }
const shop = { code: SHOP, siteCode: TOWN }
const record = { documentId: 'r1', points: 10, theme: 'service' as const, note: '扫雪' }
const redemption = { documentId: 'd1', points: 30 }

/** `issuance 640402100207 → card 640402100207-0001: 10`, to be read at a glance. */
function flow(transfer: NewTransfer | null): string | null {
  if (transfer === null) return null
  const { debit, credit, points } = transfer
  return `${debit.kind} ${debit.owner} → ${credit.kind} ${credit.owner}: ${points}`
}

describe('where points come from and go to', () => {
  test.each`
    what                                       | transfer                                                            | kind         | points
    ${'a posting issues them'}                 | ${posting(record, card, 0)}                                         | ${'post'}    | ${`issuance ${VILLAGE} → card ${CARD}: 10`}
    ${'a deduction takes them back'}           | ${posting({ ...record, points: -10 }, card, 50)}                    | ${'deduct'}  | ${`card ${CARD} → issuance ${VILLAGE}: 10`}
    ${'… at most what the card has'}           | ${posting({ ...record, points: -10 }, card, 3)}                     | ${'deduct'}  | ${`card ${CARD} → issuance ${VILLAGE}: 3`}
    ${'a redemption pays the shop'}            | ${redeeming(redemption, card, shop)}                                | ${'redeem'}  | ${`card ${CARD} → shop ${SHOP}: 30`}
    ${'voided, the shop gives them back'}      | ${voiding({ ...redemption, transferId: 't1' }, card, shop, '错拿')} | ${'void'}    | ${`shop ${SHOP} → card ${CARD}: 30`}
    ${'a new card gets what the lost one had'} | ${replacing(card, successor, 25, '遗失')}                           | ${'replace'} | ${`card ${CARD} → card ${successor.number}: 25`}
    ${'at the year’s end they lapse'}          | ${lapsing(card, 2026, 25)}                                          | ${'lapse'}   | ${`card ${CARD} → issuance ${VILLAGE}: 25`}
    ${'a shop’s day is cleared'}               | ${settling(shop, '2026-11-23', 70)}                                 | ${'settle'}  | ${`shop ${SHOP} → issuance ${TOWN}: 70`}
    ${'… also when it gave back more'}         | ${settling(shop, '2026-11-23', -70)}                                | ${'settle'}  | ${`issuance ${TOWN} → shop ${SHOP}: 70`}
  `('$what: $points', ({ transfer, kind, points }) => {
    expect((transfer as NewTransfer).kind).toBe(kind)
    expect(flow(transfer as NewTransfer)).toBe(points)
  })

  test('where there is nothing to move, nothing is moved', () => {
    expect(posting({ ...record, points: -10 }, card, 0)).toBeNull()
    expect(replacing(card, successor, 0, '遗失')).toBeNull()
    expect(lapsing(card, 2026, 0)).toBeNull()
    expect(settling(shop, '2026-11-23', 0)).toBeNull()
  })

  test('every transfer says what it belongs to, and has a cause of its own', () => {
    expect(posting(record, card, 0)).toMatchObject({
      cause: 'post:r1',
      recordId: 'r1',
      theme: 'service',
      reason: '扫雪',
    })
    expect(redeeming(redemption, card, shop)).toMatchObject({ cause: 'redeem:d1', redemptionId: 'd1', theme: null })
    expect(voiding({ ...redemption, transferId: 't1' }, card, shop, '错拿')).toMatchObject({
      cause: 'void:d1',
      reverses: 't1',
      reason: '错拿',
      cardNumber: CARD,
    })
    expect(replacing(card, successor, 25, '遗失')?.cause).toBe(causeOf.replace(CARD))
    expect(lapsing(card, 2026, 25)?.cause).toBe(`lapse:2026:${CARD}`)
    expect(settling(shop, '2026-11-23', 70)?.cause).toBe(`settle:${SHOP}:2026-11-23`)
  })
})

describe('a correction', () => {
  const made = { ...(posting(record, card, 0) as NewTransfer), documentId: 't1' }

  test('swaps sides, with a reason, and names what it undoes', () => {
    const undone = reverse(made, '记错了人')
    expect(flow(undone)).toBe(`card ${CARD} → issuance ${VILLAGE}: 10`)
    expect(undone).toMatchObject({
      kind: 'reverse',
      cause: 'reverse:t1',
      reverses: 't1',
      reason: '记错了人',
      recordId: 'r1',
    })
    expect(undone).not.toHaveProperty('documentId')
  })

  test('takes from the card that has the points today', () => {
    const undone = reverse(made, '记错了人', successor)
    expect(flow(undone)).toBe(`card ${successor.number} → issuance ${VILLAGE}: 10`)
    expect(undone.cardNumber).toBe(successor.number)
  })
})

describe('who reverses what', () => {
  const standing = (changes: Partial<TransferStanding> = {}): TransferStanding => ({
    kind: 'post',
    siteCode: VILLAGE,
    householdCode: THEIRS,
    reversedBy: null,
    ...changes,
  })

  test.each(ROLES)('%s', (role: Role) => {
    const outcome = refusalOf(checkReversal(standing(), actorOf(role)))
    expect(outcome).toBe(role === 'points-supervisor' ? null : 'role_not_allowed')
    expect(allowedOfTransfer(standing(), actorOf(role))).toEqual(role === 'points-supervisor' ? ['reverse'] : [])
  })

  const OUTCOMES: Record<TransferKind, string | null> = {
    post: null,
    deduct: null,
    lapse: null,
    redeem: 'use_void',
    void: 'not_reversible',
    reverse: 'not_reversible',
    replace: 'not_reversible',
    settle: 'not_reversible',
  }
  test.each(TRANSFER_KINDS)('%s', (kind) => {
    expect(refusalOf(checkReversal(standing({ kind }), actorOf('points-supervisor')))).toBe(OUTCOMES[kind])
  })

  test('earlier wins: household, then kind, then once only', () => {
    const supervisor = actorOf('points-supervisor', { householdCode: THEIRS })
    const everything = standing({ kind: 'redeem', reversedBy: 't2' })
    expect(refusalOf(checkReversal(everything, supervisor))).toBe('same_household')
    expect(refusalOf(checkReversal(everything, actorOf('points-supervisor')))).toBe('use_void')
    expect(refusalOf(checkReversal(standing({ reversedBy: 't2' }), actorOf('points-supervisor')))).toBe(
      'already_reversed',
    )
    const elsewhere = actorOf('points-supervisor', { siteCode: OTHER_VILLAGE })
    expect(refusalOf(checkReversal(standing(), elsewhere))).toBe('role_not_allowed')
  })
})
