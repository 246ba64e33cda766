import type { Channel, PlaceOrderBody } from '@practice/dispatch/contracts'
import { newIdempotencyKey } from '../../api/client'
import { bodyOf } from '../../commands/body'

/** The household that an order is for, as the search found it; the phone is masked. */
export interface ChosenHousehold {
  code: string
  name: string
  phone: string | null
  address: string | null
}

/** The fields of the form, named as the contract's body, so that what is wrong with one can be said beside it. */
export interface PlaceValues {
  requester?: { name?: string; phone?: string; address?: string }
  channel?: Channel
  onBehalf?: { reason?: string }
  form?: Record<string, unknown>
  note?: string
  preferredAt?: string
}

/** An order that is being written. The key is made with it: however often it is sent, it places one order. */
export interface PlaceDraft {
  key: string
  site: string | null
  item: string | null
  household: ChosenHousehold | null
  values: PlaceValues
}

/** An empty draft for a site. */
export function newDraft(site: string | null): PlaceDraft {
  return { key: newIdempotencyKey(), site, item: null, household: null, values: { channel: 'telephone' } }
}

/** Whether what an earlier visit kept can be taken up. */
export function isPlaceDraft(value: unknown): value is PlaceDraft {
  if (typeof value !== 'object' || value === null) return false
  const { key, site, item, household, values } = value as Record<string, unknown>
  return (
    typeof key === 'string' &&
    isTextOrNull(site) &&
    isTextOrNull(item) &&
    (household === null || (typeof household === 'object' && 'code' in household)) &&
    typeof values === 'object' &&
    values !== null
  )
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string'
}

/** Whom a chosen household fills in; the phone stays out, since it is only known masked. */
export function requesterOf(household: ChosenHousehold | null): NonNullable<PlaceValues['requester']> {
  if (household === null) return {}
  return { name: household.name, ...(household.address === null ? {} : { address: household.address }) }
}

/** Whether anything was typed or chosen that would be a pity to lose. */
export function isBegun({ item, household, values }: PlaceDraft): boolean {
  return item !== null || household !== null || (values.requester?.name ?? '') !== '' || (values.note ?? '') !== ''
}

/** The body to send, or null while site or item are not chosen. Answers go along only where the item asks something. */
export function bodyOfDraft(draft: PlaceDraft, hasForm: boolean): PlaceOrderBody | null {
  const { site, item, household, values } = draft
  if (site === null || item === null) return null
  const { form, requester, ...others } = values
  const given = bodyOf({
    ...others,
    requester: { ...requester, ...(household === null ? {} : { household: household.code }) },
  })
  const answers = hasForm ? { form: bodyOf(form ?? {}) } : {}
  return { ...given, ...answers, site, serviceItem: item } as PlaceOrderBody
}
