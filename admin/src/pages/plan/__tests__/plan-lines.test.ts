import type { Plan } from '@practice/dispatch/contracts'
import { NO_EDITS, linesOf, openLines, withIncluded, withResults } from '../plan-lines'

const ref = (code: string) => ({ code, name: code })
const order = (documentId: string) => ({
  documentId,
  number: documentId,
  version: 1,
  site: ref('s'),
  serviceItem: ref('i'),
})
const plan: Plan = {
  assignments: [
    { order: order('a'), team: ref('T1'), score: 90 },
    { order: order('b'), team: ref('T2'), score: 80 },
  ],
  unassigned: [],
  total: 170,
}

test('a line with another team keeps what was proposed, and has no score of its own', () => {
  const [line] = linesOf(plan, { ...NO_EDITS, teams: { a: ref('T9') } })
  expect(line).toMatchObject({ team: ref('T9'), proposed: ref('T1'), score: null })
})

test('what is left out is not applied, and can be taken in again', () => {
  const without = withIncluded(NO_EDITS, 'a', false)
  expect(openLines(linesOf(plan, without)).map((line) => line.order.documentId)).toEqual(['b'])
  expect(openLines(linesOf(plan, withIncluded(without, 'a', true)))).toHaveLength(2)
})

test('what was applied is over, what was refused can be tried again', () => {
  const edits = withResults(NO_EDITS, [
    { order: 'a', ok: true, version: 2 },
    { order: 'b', ok: false, code: 'changed_meanwhile' },
  ])
  expect(openLines(linesOf(plan, edits)).map((line) => line.order.documentId)).toEqual(['b'])
  expect(withResults(edits, [{ order: 'b', ok: true }]).results).toHaveLength(2)
})

test('what somebody else has dispatched is not applied, and says how it stands; what this plan dispatched is not theirs', () => {
  const lines = linesOf(plan, NO_EDITS, { a: 'dispatched' })
  expect(lines.map(({ taken }) => taken)).toEqual(['dispatched', null])
  expect(openLines(lines).map((line) => line.order.documentId)).toEqual(['b'])
  const applied = withResults(NO_EDITS, [{ order: 'a', ok: true, version: 2 }])
  expect(linesOf(plan, applied, { a: 'dispatched' })[0]?.taken).toBeNull()
})
