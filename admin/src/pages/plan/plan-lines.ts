import type { ApplyLine, OrderState, Plan, RefView } from '@practice/dispatch/contracts'

/** A line of the proposal with what has become of it here. */
export interface PlanLine {
  order: Plan['assignments'][number]['order']
  team: RefView
  /** What the plan proposed, before somebody chose another team. */
  proposed: RefView
  /** The proposal's score; null once another team was chosen. */
  score: number | null
  isIncluded: boolean
  /** What the server said when the line was applied; null before. */
  result: ApplyLine | null
  /** How the order stands where somebody else was quicker. */
  taken: OrderState | null
}

/** What somebody changed about the proposal, by order. */
export interface PlanEdits {
  teams: Readonly<Record<string, RefView>>
  leftOut: readonly string[]
  results: readonly ApplyLine[]
}

export const NO_EDITS: PlanEdits = { teams: {}, leftOut: [], results: [] }

/** The proposal's lines as they stand; `taken` says how orders stand that others have dealt with since. */
export function linesOf(plan: Plan, edits: PlanEdits, taken: Readonly<Record<string, OrderState>> = {}): PlanLine[] {
  return plan.assignments.map(({ order, team, score }) => {
    const chosen = edits.teams[order.documentId] ?? team
    const result = edits.results.find((one) => one.order === order.documentId) ?? null
    return {
      order,
      team: chosen,
      proposed: team,
      score: chosen.code === team.code ? score : null,
      isIncluded: !edits.leftOut.includes(order.documentId),
      result,
      taken: result === null ? (taken[order.documentId] ?? null) : null,
    }
  })
}

/** The lines that would be applied now: included, and not dispatched yet by anybody. */
export function openLines(lines: readonly PlanLine[]): PlanLine[] {
  return lines.filter(({ isIncluded, result, taken }) => isIncluded && result?.ok !== true && taken === null)
}

/** The edits with one line left out or taken in again. */
export function withIncluded(edits: PlanEdits, order: string, isIncluded: boolean): PlanEdits {
  const others = edits.leftOut.filter((documentId) => documentId !== order)
  return { ...edits, leftOut: isIncluded ? others : [...others, order] }
}

/** The edits after lines were applied; what came earlier for the same orders is replaced. */
export function withResults(edits: PlanEdits, results: readonly ApplyLine[]): PlanEdits {
  const kept = edits.results.filter(({ order }) => !results.some((result) => result.order === order))
  return { ...edits, results: [...kept, ...results] }
}
