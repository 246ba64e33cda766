import type { Verb } from '@practice/dispatch/contracts'
import type { ComponentType } from 'react'
import type { FormFieldsProps } from './fields'
import { ArriveByField, CompletionFields, RatingFields, ReasonField } from './fields'

/** Verbs that a dialog can ask for. `dispatch` needs a team and is done where the suggestions are. */
export type DialogVerb = Exclude<Verb, 'dispatch'>

/** What is asked before a verb is carried out; `null`: nothing but whether one means it. */
export const FIELDS_OF_VERB: Readonly<Record<DialogVerb, ComponentType<FormFieldsProps> | null>> = {
  pool: null,
  claim: null,
  accept: ArriveByField,
  decline: ReasonField,
  start: null,
  complete: CompletionFields,
  rate: RatingFields,
  rework: ReasonField,
  pause: ReasonField,
  resume: ReasonField,
  cancel: ReasonField,
  archive: null,
}

/** Verbs that end something: their button is not the accent's. */
export const HARSH_VERBS: readonly Verb[] = ['cancel', 'decline', 'rework']

/** Which of several allowed verbs is the main one: what moves the order on comes first. */
const BY_WEIGHT: readonly Verb[] = [
  'dispatch',
  'claim',
  'accept',
  'start',
  'complete',
  'resume',
  'archive',
  'rate',
  'rework',
  'pool',
  'pause',
  'decline',
  'cancel',
]

/** Allowed verbs, the main one first. */
export function inOrderOfWeight(verbs: readonly Verb[]): Verb[] {
  return [...verbs].sort((one, other) => BY_WEIGHT.indexOf(one) - BY_WEIGHT.indexOf(other))
}
