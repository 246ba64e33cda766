import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ORDER_REFUSALS, PLACE_REFUSALS, VERBS } from '@practice/dispatch/domain'
import { EVENT_VERBS, ORDER_STATES } from '@practice/dispatch/contracts'

interface Common {
  refusal: Record<string, string>
  verb: Record<string, string>
  event: Record<string, string>
  state: Record<string, string>
  command: { done: Record<string, string>; confirm: Record<string, string> }
}

const common = JSON.parse(
  readFileSync(path.join(__dirname, '..', 'src', 'locales', 'zh-CN', 'common.json'), 'utf8'),
) as Common

test.each([...new Set([...ORDER_REFUSALS, ...PLACE_REFUSALS])])('the refusal %s is said in words', (code) => {
  expect(common.refusal[code]).toBeDefined()
})

test.each(VERBS)('the verb %s has its button, its consequence and its success', (verb) => {
  expect(common.verb[verb]).toBeDefined()
  expect(common.command.done[verb]).toBeDefined()
  if (verb !== 'dispatch') expect(common.command.confirm[verb]).toBeDefined()
})

test('every state and every event has its word', () => {
  expect(ORDER_STATES.filter((state) => common.state[state] === undefined)).toEqual([])
  expect(EVENT_VERBS.filter((verb) => common.event[verb] === undefined)).toEqual([])
})
