import type { OrderState } from '@practice/dispatch/contracts'

/** How a team's orders are grouped, in the order in which they press. */
export const INBOX_GROUPS = ['toAccept', 'toVisit', 'inHand', 'pooled', 'done'] as const
export type InboxGroup = (typeof INBOX_GROUPS)[number]

/** The states of each group. */
export const STATES_OF_GROUP: Readonly<Record<InboxGroup, readonly OrderState[]>> = {
  toAccept: ['dispatched'],
  toVisit: ['accepted'],
  inHand: ['started'],
  pooled: ['pooled'],
  done: ['completed', 'rated', 'archived'],
}

/** The groups in which something is to be done. */
export const OPEN_GROUPS = INBOX_GROUPS.filter((group) => group !== 'done')

/** The group that an address names, or null for all that is open. */
export function groupOf(text: string | null): InboxGroup | null {
  return INBOX_GROUPS.find((group) => group === text) ?? null
}

/** Rows by group, each as the server had them; empty groups are there too. */
export function byGroup<Row extends { state: OrderState }>(rows: readonly Row[]): Record<InboxGroup, Row[]> {
  const inGroup = (group: InboxGroup) => rows.filter(({ state }) => STATES_OF_GROUP[group].includes(state))
  return {
    toAccept: inGroup('toAccept'),
    toVisit: inGroup('toVisit'),
    inHand: inGroup('inHand'),
    pooled: inGroup('pooled'),
    done: inGroup('done'),
  }
}
