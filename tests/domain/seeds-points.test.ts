import { CHINA_OFFSET_MS, DAY_MS } from '@practice/kernel'
import { deductionsCount, fenOfYuan, spanHours, THEMES } from '@practice/scoring/domain'
import { WriteRuleSet } from '@practice/scoring/contracts'
import { sampleActivities } from '../../seeds/src/activities'
import { documentIdOf } from '../../seeds/src/document-id'
import { scene } from '../../seeds/src/images'
import type { Act, ActKind } from '../../seeds/src/points/acts'
import { pointWords } from '../../seeds/src/points/phrases'
import { planVillage } from '../../seeds/src/points/plan'
import { rulesAt, sampleRuleSets } from '../../seeds/src/points/rule-sets'
import { sampleVillages, type Village } from '../../seeds/src/points/village'
import { sampleSites } from '../../seeds/src/sites'
import hashOf from 'sharp-phash'

const NOW = Date.parse('2026-11-24T07:00:00Z')
/** Any hour, the first of a month and of a year, the last minute before midnight in China, and right after it. */
const MOMENTS = [
  '2026-11-24T07:00:00Z',
  '2026-11-24T15:59:00Z',
  '2026-11-24T16:00:30Z',
  '2026-03-01T02:00:00Z',
  '2027-01-02T12:00:00Z',
  '2028-02-29T23:00:00Z',
].map((moment) => Date.parse(moment))

const villages = sampleVillages()
const lively = villages.filter((village) => village.lively)
const plan = (village: Village, now = NOW): Act[] =>
  planVillage(village, { now, activities: sampleActivities(now), orders: ordersOf(now), words: pointWords() })
const ordersOf = (now: number) =>
  Array.from({ length: 10 }, (_, at) => ({ documentId: `order${at}`, archivedAt: now - (55 - 6 * at) * DAY_MS }))
const of = <Kind extends ActKind>(acts: readonly Act[], kind: Kind) =>
  acts.filter((act): act is Extract<Act, { kind: Kind }> => act.kind === kind)

describe('rule sets', () => {
  const sets = sampleRuleSets()
  const district = rulesAt('640402')

  test('are what may be written over HTTP', () => {
    for (const { body } of sets) expect(WriteRuleSet.body.safeParse(body)).toMatchObject({ success: true })
  })

  test('of the district: sixteen rules of all themes, five days of notice, one yuan, and no deductions', () => {
    expect(district).toMatchObject({ holder: 'household', noticeDays: 5, carryOver: true, deductions: false })
    expect([fenOfYuan(district.rate), district.outstandingBudget]).toEqual([100, null])
    expect(district.rules).toHaveLength(16)
    expect(new Set(district.rules.map(({ theme }) => theme))).toEqual(new Set(THEMES))
  })

  test('deductions are nowhere in force', () => {
    for (const { siteCode, body } of sets) {
      expect(deductionsCount({ siteCode, deductions: body.deductions })).toBe(false)
      for (const rule of body.rules) {
        expect(rule.points).toBeGreaterThan(0)
        expect(rule.active).toBe(rule.kind === 'reward')
      }
    }
  })

  test('头营镇 has a budget and a value of its own, 头营村 a yearly reset', () => {
    const town = rulesAt('640402107205')
    const changed = town.rules.filter((rule, at) => rule.points !== district.rules[at]?.points)
    expect(changed.map(({ code }) => code)).toEqual(['R5-02'])
    expect(town.outstandingBudget).toBeGreaterThan(0)
    expect(rulesAt('640402107200')).toMatchObject({ carryOver: false })
    expect(rulesAt('640402100207')).toEqual(district)
  })
})

describe('activities', () => {
  const activities = sampleActivities(NOW)
  const sites = new Set(sampleSites().map(({ code }) => code))

  test('lie at sites of the sample, by day, and end after they start', () => {
    for (const { siteCode, startsAt, endsAt, theme } of activities) {
      expect(sites).toContain(siteCode)
      expect(THEMES).toContain(theme)
      expect(endsAt).toBeGreaterThan(startsAt)
      expect(hourOf(startsAt)).toBeGreaterThanOrEqual(6)
      expect(hourOf(endsAt)).toBeLessThanOrEqual(21)
    }
  })

  test('some are still to come, and of those nothing is counted', () => {
    const coming = activities.filter(({ startsAt }) => startsAt > NOW)
    expect(coming.length).toBeGreaterThanOrEqual(4)
    for (const { participants } of coming) expect(participants).toBe(0)
  })
})

describe.each(MOMENTS)('the history of every village at %d', (now) => {
  const plans = villages.map((village) => ({ village, acts: plan(village, now) }))

  test('is in the order of time, and nothing of it is in the future', () => {
    for (const { acts } of plans) {
      const times = acts.map(({ at }) => at)
      expect(times).toEqual([...times].sort((left, right) => left - right))
      expect(times.at(-1)).toBeLessThanOrEqual(now)
    }
  })

  test('people act by day', () => {
    for (const { acts } of plans) {
      for (const { kind, at } of acts) {
        if (kind === 'sweep' || kind === 'settle') continue
        expect(hourOf(at)).toBeGreaterThanOrEqual(7)
        expect(hourOf(at)).toBeLessThan(22)
      }
    }
  })

  test('what is recorded has happened, and no cap is exceeded', () => {
    for (const { village, acts } of plans) {
      const rules = new Map(rulesAt(village.site.code).rules.map((rule) => [rule.code, rule]))
      const used = new Map<string, number>()
      for (const { at, score } of of(acts, 'score')) {
        const rule = rules.get(score.rule)
        expect(score.occurredAt).toBeLessThan(at)
        expect(rule?.active).toBe(true)
        const month = new Date(score.occurredAt + CHINA_OFFSET_MS).toISOString().slice(0, 7)
        const key = [score.householdCode, score.rule, month].join(' ')
        used.set(key, (used.get(key) ?? 0) + (rule?.points ?? 0) * score.quantity)
        expect(used.get(key)).toBeLessThanOrEqual(rule?.capPerMonth ?? Infinity)
      }
    }
  })

  test('nobody reviews or decides what concerns the own household', () => {
    for (const { village, acts } of plans) {
      const households = new Map(of(acts, 'score').map(({ score }) => [score.key, score.householdCode]))
      for (const act of acts) {
        if (act.kind !== 'approve' && act.kind !== 'reject') continue
        expect(village.reviewers[act.reviewer].householdCode).not.toBe(households.get(act.key))
      }
      for (const { key, householdCode } of of(acts, 'object')) {
        expect([households.get(key), householdCode]).not.toContain(village.supervisor.householdCode)
        expect(householdCode).not.toBe(households.get(key))
      }
    }
  })
})

test('a village that shows everything has a dozen records to review, none of them the reviewer’s own', () => {
  for (const village of lively) {
    const acts = plan(village)
    const reviewed = new Set(acts.flatMap((act) => ('key' in act ? [act.key] : [])))
    const waiting = of(acts, 'score').filter(({ score }) => !reviewed.has(score.key))
    expect(waiting.length).toBeGreaterThanOrEqual(12)
    const duties = [...village.reviewers, village.supervisor].map(({ householdCode }) => householdCode)
    for (const { score } of waiting) expect(duties).not.toContain(score.householdCode)
  }
})

test('a village that shows everything records under most rules, each with what it asks for', () => {
  for (const village of lively) {
    const scores = of(plan(village), 'score').map(({ score }) => score)
    const rules = rulesAt(village.site.code).rules.filter(({ kind }) => kind === 'reward')
    expect(new Set(scores.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(rules.length - 1)
    for (const { rule: code, picture, source } of scores) {
      const evidence = rules.find((rule) => rule.code === code)?.evidence
      expect(source?.type ?? (picture === null ? 'none' : 'picture')).toBe(
        evidence === 'photo' || evidence === 'document' ? 'picture' : evidence,
      )
    }
  }
})

test('nobody is given more hours than an activity lasted, nor twice', () => {
  const spans = new Map(
    sampleActivities(NOW).map((one) => [documentIdOf('api::activity.activity', one.code), spanHours(one)]),
  )
  for (const village of villages) {
    const seen = new Set<string>()
    for (const { score } of of(plan(village), 'score')) {
      if (score.source?.type !== 'activity') continue
      expect(score.quantity).toBeLessThanOrEqual(spans.get(score.source.documentId) ?? 0)
      const key = `${score.source.documentId} ${score.householdCode}`
      expect(seen).not.toContain(key)
      seen.add(key)
    }
  }
})

test('one photo is filed twice in a village, and all others look different', async () => {
  for (const village of lively) {
    const pictures = of(plan(village), 'score').flatMap(({ score }) => score.picture ?? [])
    const distinct = [...new Set(pictures)]
    expect(distinct).toHaveLength(pictures.length - 1)
    const hashes: string[] = []
    for (const name of distinct) hashes.push(await hashOf((await scene(name)).bytes))
    const distances = hashes.flatMap((left, at) => hashes.slice(at + 1).map((right) => differing(left, right)))
    expect(Math.min(...distances)).toBeGreaterThan(4)
  }
})

test('the same sources give the same history', () => {
  expect(plan(lively[0] as Village)).toEqual(plan(lively[0] as Village))
})

function differing(left: string, right: string): number {
  return [...left].filter((bit, at) => bit !== right[at]).length
}

/** The hour of the day in China. */
function hourOf(at: number): number {
  return new Date(at + CHINA_OFFSET_MS).getUTCHours()
}
