import { useEffect, useMemo, useState } from 'react'
import { newIdempotencyKey } from '../../api/client'
import { storedDraft } from '../../drafts/stored-draft'
import type { StoredDraft } from '../../drafts/stored-draft'
import type { Household } from '../data/requests'
import type { Resident } from '../me'
import { isOrderDraft } from '../order-form'
import type { OrderDraft } from '../order-form'

/** Where what was typed for an item is kept until it is sent. */
export function draftOfItem(username: string, code: string): StoredDraft<OrderDraft> {
  return storedDraft(username, `my-order:${code}`, isOrderDraft)
}

function newDraft({ displayName }: Resident, household: Household | null): OrderDraft {
  return {
    key: newIdempotencyKey(),
    answers: {},
    note: '',
    preferredAt: '',
    name: displayName,
    phone: '',
    address: household?.address ?? '',
  }
}

/** An order that is being written, kept on this device with each letter. */
export function useOrderDraft(resident: Resident, code: string, household: Household | null) {
  const { username } = resident
  const kept = useMemo(() => draftOfItem(username, code), [username, code])
  const [draft, setDraft] = useState(() => kept.read() ?? newDraft(resident, household))
  const [isTouched, setIsTouched] = useState(false)
  useEffect(() => {
    if (isTouched) kept.keep(draft)
  }, [kept, draft, isTouched])
  return {
    draft,
    change: (part: Partial<OrderDraft>) => {
      setIsTouched(true)
      setDraft((before) => ({ ...before, ...part }))
    },
    /** After it was sent, or given over to be sent. */
    drop: () => {
      setIsTouched(false)
      kept.drop()
    },
  }
}
