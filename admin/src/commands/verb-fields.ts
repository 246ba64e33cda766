import type { ComponentType } from 'react'
import type { FormFieldsProps } from './fields'
import { ArriveByField, CompletionFields, RatingFields, ReasonField } from './fields'
import type { DialogVerb } from './verbs'

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
