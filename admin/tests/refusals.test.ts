import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ARTICLE_FIELDS, ARTICLE_STAGES, ARTICLE_VERBS, CONSENTS, REVISION_VERBS } from '@practice/access/contracts'
import { ARTICLE_REFUSALS } from '@practice/access/domain'
import { ORDER_REFUSALS, PLACE_REFUSALS, VERBS } from '@practice/dispatch/domain'
import { EVENT_VERBS, ORDER_STATES } from '@practice/dispatch/contracts'
import * as scoringDomain from '@practice/scoring/domain'
import * as scoringContracts from '@practice/scoring/contracts'

interface Common {
  refusal: Record<string, string>
  verb: Record<string, string>
  event: Record<string, string>
  state: Record<string, string>
  command: { done: Record<string, string>; confirm: Record<string, string> }
}

function textsOf(namespace: string): unknown {
  return JSON.parse(readFileSync(path.join(__dirname, '..', 'src', 'locales', 'zh-CN', `${namespace}.json`), 'utf8'))
}

const common = textsOf('common') as Common
const articles = textsOf('articles') as Record<string, Record<string, string>>
const scoring = textsOf('scoring') as Record<string, Record<string, string>>

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

const SCORING_REFUSALS = Object.entries(scoringDomain).flatMap(([name, codes]) =>
  name.endsWith('_REFUSALS') ? (codes as readonly string[]) : [],
)

test.each([...new Set(SCORING_REFUSALS)])('the refusal %s of points is said in words', (code) => {
  expect(scoring.refusal?.[code]).toBeDefined()
})

test.each`
  words                | list
  ${'theme'}           | ${scoringContracts.THEMES}
  ${'themeShort'}      | ${scoringContracts.THEMES}
  ${'kind'}            | ${scoringContracts.RULE_KINDS}
  ${'holderKind'}      | ${scoringContracts.HOLDERS}
  ${'evidenceKind'}    | ${scoringContracts.EVIDENCE_KINDS}
  ${'sourceType'}      | ${scoringContracts.SOURCE_TYPES}
  ${'state'}           | ${scoringContracts.RECORD_STATES}
  ${'verb'}            | ${[...scoringContracts.RECORD_VERBS, ...scoringContracts.OBJECTION_VERBS]}
  ${'event'}           | ${scoringContracts.RECORD_EVENT_VERBS}
  ${'objectionState'}  | ${scoringContracts.OBJECTION_STATES}
  ${'flagState'}       | ${scoringContracts.FLAG_STATES}
  ${'cardState'}       | ${scoringContracts.CARD_STATES}
  ${'cardVerb'}        | ${scoringContracts.CARD_VERBS}
  ${'transferKind'}    | ${scoringContracts.TRANSFER_KINDS}
  ${'accountKind'}     | ${scoringContracts.ACCOUNT_KINDS}
  ${'movementKind'}    | ${scoringContracts.MOVEMENT_KINDS}
  ${'redemptionState'} | ${scoringContracts.REDEMPTION_STATES}
`('every $words of points has its word', ({ words, list }: { words: string; list: readonly string[] }) => {
  expect(list.filter((word) => scoring[words]?.[word] === undefined)).toEqual([])
})

test.each(ARTICLE_REFUSALS)('the refusal %s of articles is said in words', (code) => {
  expect(articles.refusal?.[code]).toBeDefined()
})

test.each`
  words             | list
  ${'action'}       | ${ARTICLE_VERBS}
  ${'busy'}         | ${ARTICLE_VERBS}
  ${'done'}         | ${ARTICLE_VERBS}
  ${'verb'}         | ${REVISION_VERBS}
  ${'state'}        | ${ARTICLE_STAGES}
  ${'field'}        | ${ARTICLE_FIELDS}
  ${'consent'}      | ${CONSENTS}
  ${'consentShort'} | ${CONSENTS}
`('every $words of articles has its word', ({ words, list }: { words: string; list: readonly string[] }) => {
  expect(list.filter((word) => articles[words]?.[word] === undefined)).toEqual([])
})
