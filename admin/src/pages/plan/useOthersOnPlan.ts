import type { OrderState, Plan } from '@practice/dispatch/contracts'
import { useState } from 'react'
import { useLive } from '../../live/useLive'

/** What others did while one looks at a proposal. */
export interface OthersOnPlan {
  /** How the orders of the plan stand that no longer wait to be dispatched, by documentId. */
  taken: Readonly<Record<string, OrderState>>
  /** How many orders came that the plan does not know. */
  added: number
}

const WAITING: readonly string[] = ['placed', 'pooled']

/** Follows what others do to the orders of a plan, and which new ones come. */
export function useOthersOnPlan(plan: Plan): OthersOnPlan {
  const [known] = useState(
    () => new Map([...plan.assignments, ...plan.unassigned].map(({ order }) => [order.documentId, order.version])),
  )
  const [taken, setTaken] = useState<OthersOnPlan['taken']>({})
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set())
  useLive(['order'], (_, { documentId, state, version }) => {
    const planned = known.get(documentId)
    if (planned === undefined) {
      if (WAITING.includes(state) !== added.has(documentId)) setAdded(toggled(added, documentId))
    } else if (version > planned && !WAITING.includes(state)) {
      setTaken((before) => ({ ...before, [documentId]: state as OrderState }))
    }
  })
  return { taken, added: added.size }
}

function toggled(set: ReadonlySet<string>, member: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(member)) next.add(member)
  return next
}
