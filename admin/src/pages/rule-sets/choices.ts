import type { EvidenceKind, Holder, RuleKind } from '@practice/scoring/contracts'

/** Choices of the contract, which cannot be imported at run time without its schemas' code; a test compares them. */
export const HOLDER_KINDS = ['household', 'person'] as const satisfies readonly Holder[]
export const EVIDENCE_KINDS = [
  'photo',
  'document',
  'order',
  'activity',
  'none',
] as const satisfies readonly EvidenceKind[]
export const RULE_KINDS = ['reward', 'deduction'] as const satisfies readonly RuleKind[]
