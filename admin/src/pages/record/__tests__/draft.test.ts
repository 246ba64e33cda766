import type { Card, PointRuleView } from '@practice/scoring/contracts'
import type { OutboxItem } from '../../../scoring/outbox/item'
import {
  EMPTY_DRAFT,
  afterRecording,
  draftOf,
  isRecordDraft,
  itemsOf,
  missingOf,
  occurredAtOf,
  pointsOf,
} from '../draft'
import type { RecordDraft } from '../draft'

const NOW = Date.parse('2026-11-24T18:30:00Z')
const RULE: PointRuleView = {
  code: 'R5-01',
  theme: 'customs',
  name: '庭院整洁评比合格',
  points: 5,
  capPerMonth: 5,
  evidence: 'photo',
  kind: 'reward',
  active: true,
  source: '',
}
const photo = { id: 'p', name: 'p.jpg', blob: new Blob(['x'], { type: 'image/jpeg' }), documentId: null }
const pdf = { ...photo, blob: new Blob(['x'], { type: 'application/pdf' }) }
const order = { type: 'order', documentId: 'o1', label: '20261101-1' } as const
const activity = { type: 'activity', documentId: 'a1', label: '清理河道' } as const
const draft = (part: Partial<RecordDraft> = {}): RecordDraft => ({
  ...EMPTY_DRAFT,
  cards: ['c1'],
  rule: RULE.code,
  photos: [photo],
  ...part,
})
const card = (number: string) => ({ number, holder: { name: `${number} 户` } }) as Card
let keys = 0
const pressed = { username: 'village-admin', now: NOW, newKey: () => `key-${++keys}` }

test.each([
  ['nobody is chosen', { cards: [] }, 'photo', 'cards'],
  ['no rule is chosen', { rule: null }, null, 'rule'],
  ['a photo is asked for', { photos: [] }, 'photo', 'photo'],
  ['a document is no photo', { photos: [pdf] }, 'photo', 'photo'],
  ['a photo is there', {}, 'photo', null],
  ['a document is asked for', { photos: [] }, 'document', 'document'],
  ['a document is there', { photos: [pdf] }, 'document', null],
  ['an order is asked for, not an activity', { source: activity }, 'order', 'order'],
  ['an order is there', { source: order }, 'order', null],
  ['an activity is asked for', {}, 'activity', 'activity'],
  ['nothing is asked for', { photos: [] }, 'none', null],
] as const)('%s', (_name, part, evidence, missing) => {
  const rule = evidence === null ? null : { ...RULE, evidence }
  expect(missingOf(draft(part), rule)).toBe(missing)
})

test('several households are a record each, with a key and copies of the files of their own', () => {
  const known = { ...photo, documentId: 'f1' }
  const items = itemsOf(
    draft({ photos: [known], note: ' 干净 ', quantity: 2 }),
    [card('c1'), card('c2')],
    RULE,
    pressed,
  )
  expect(new Set(items.map(({ key }) => key)).size).toBe(2)
  expect(items.map(({ body }) => body.card)).toEqual(['c1', 'c2'])
  expect(items.map(({ photos }) => photos[0]?.documentId)).toEqual(['f1', null])
  expect(items[0]?.body).toEqual({
    card: 'c1',
    rule: 'R5-01',
    quantity: 2,
    occurredAt: '2026-11-24T18:30:00.000Z',
    note: '干净',
  })
  expect(items[0]?.words).toEqual({ holder: 'c1 户', rule: RULE.name, points: 10, source: null })
})

test('today is now, on the clock of China; another day is its noon', () => {
  expect(occurredAtOf(null, NOW)).toBe('2026-11-24T18:30:00.000Z')
  expect(occurredAtOf('2026-11-25', NOW)).toBe('2026-11-24T18:30:00.000Z')
  expect(occurredAtOf('2026-11-24', NOW)).toBe('2026-11-24T04:00:00.000Z')
})

test('a deduction is below zero', () => {
  expect(pointsOf({ kind: 'deduction', points: 5 }, 2)).toBe(-10)
  expect(pointsOf(RULE, 3)).toBe(15)
})

test('after a record the rule stays, the household, the note and an order do not', () => {
  const next = afterRecording(draft({ quantity: 3, day: '2026-11-20', note: 'x', source: order, instead: 4 }))
  expect(next).toEqual({ ...EMPTY_DRAFT, rule: 'R5-01', quantity: 3, day: '2026-11-20' })
  expect(afterRecording(draft({ source: activity })).source).toEqual(activity)
})

test('photos stay when they are asked to, and go up again for the next', () => {
  const next = afterRecording(draft({ keepsPhotos: true, photos: [{ ...photo, documentId: 'f1' }] }))
  expect(next.photos).toEqual([photo])
  expect(afterRecording(draft()).photos).toEqual([])
})

test('a refused record is laid out as it was', () => {
  const [item] = itemsOf(draft({ source: activity, note: 'x', quantity: 2 }), [card('c1')], RULE, pressed)
  const refused = { ...item, sequence: 7 } as OutboxItem
  expect(draftOf(refused, true)).toEqual({
    ...draft({ source: activity, note: 'x', quantity: 2, day: '2026-11-25', keepsPhotos: true }),
    instead: 7,
  })
})

test('what was kept is taken up only in its form', () => {
  expect(isRecordDraft(draft())).toBe(true)
  for (const other of [null, 'x', {}, { cards: [] }]) expect(isRecordDraft(other)).toBe(false)
})
