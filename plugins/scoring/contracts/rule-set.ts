import { z } from 'zod'
import { EVIDENCE_KINDS, HOLDERS, RULE_KINDS, THEMES } from '../domain/vocabulary'
import { instant, Person, points, Ref } from './shared'

export {
  EVIDENCE_KINDS,
  HOLDERS,
  RULE_KINDS,
  THEMES,
  type EvidenceKind,
  type Holder,
  type RuleKind,
  type Theme,
} from '../domain/vocabulary'

/** A rule as it is written: what is done, and how many points one of it is worth. */
export const PointRule = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{1,20}$/),
  theme: z.enum(THEMES),
  name: z.string().trim().min(2).max(60),
  /** What one is worth, or costs when it is a deduction; always above zero. */
  points,
  /** The most points per holder and calendar month of China; null for no cap. */
  capPerMonth: z.int().min(1).max(1_000_000).nullable(),
  evidence: z.enum(EVIDENCE_KINDS),
  kind: z.enum(RULE_KINDS),
  active: z.boolean(),
  /** Where the rule comes from. */
  source: z.string().trim().max(100),
})
export type PointRuleView = z.infer<typeof PointRule>

const Settings = {
  holder: z.enum(HOLDERS),
  noticeDays: z.int().min(3).max(7),
  /** Whether points stay at the end of the year; otherwise they lapse. */
  carryOver: z.boolean(),
  /** What one point is worth at the shop, in yuan, in whole fen. */
  rate: z
    .number()
    .min(0.01)
    .max(100)
    .refine((yuan) => Math.abs(yuan * 100 - Math.round(yuan * 100)) < 1e-9, 'In whole fen'),
  minimumRedemption: z.int().min(0).max(100_000),
  /** Points that cards may hold in all, what is on its way included; null for no budget. */
  outstandingBudget: z.int().min(0).max(1_000_000_000).nullable(),
  /** Whether points may be taken as a penalty; it counts in a village's own set alone. */
  deductions: z.boolean(),
}

/**
 * PUT /api/scoring/rule-sets/:site — a new version of the site's own set, with all its rules. `version` is the site's
 * own latest as it was read (0 when it has none); whoever is late gets a 409. `inherits: true` gives the own set up.
 */
export const WriteRuleSet = {
  body: z.union([
    z.strictObject({
      version: z.int().min(0),
      note: z.string().trim().max(200).optional(),
      ...Settings,
      rules: z
        .array(PointRule)
        .min(1)
        .max(200)
        .refine((rules) => new Set(rules.map(({ code }) => code)).size === rules.length, 'Names a code twice'),
    }),
    z.strictObject({ version: z.int().min(1), note: z.string().trim().max(200).optional(), inherits: z.literal(true) }),
  ]),
}
export type WriteRuleSetBody = z.infer<typeof WriteRuleSet.body>

/** GET /api/scoring/rule-sets?site= — the set that decides at a site. */
export const RuleSetView = z.strictObject({
  /** The site that was asked for. */
  site: Ref,
  /** The site whose set decides: the nearest upwards that has one. */
  from: Ref,
  /** The version that decides. */
  version: z.int(),
  /** The latest version of the asked site's own sets, 0 when it never had one: what a write has to name. */
  ownVersion: z.int(),
  ...Settings,
  /** Whether deductions count here: only by the village's own set. */
  deductionsCount: z.boolean(),
  changedBy: Person,
  changedAt: instant,
  note: z.string().nullable(),
  rules: z.array(PointRule),
  /** Whether the asker may write the set of this site. */
  writable: z.boolean(),
})
export type RuleSet = z.infer<typeof RuleSetView>

/** GET /api/scoring/rule-sets/:site/history — a site's own versions, the latest first. */
export const RuleSetHistoryView = z.array(
  z.strictObject({
    version: z.int(),
    inherits: z.boolean(),
    note: z.string().nullable(),
    changedBy: Person,
    changedAt: instant,
    /** What changed against the version before, in words of the code: `rate`, `R1-01.points`, `+R7-01`, `-R6-02`. */
    changes: z.array(z.string()),
  }),
)
export type RuleSetHistory = z.infer<typeof RuleSetHistoryView>
