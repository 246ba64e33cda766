import type { PlaceOrderBody } from '@practice/dispatch/contracts'
import { newIdempotencyKey } from '../api/client'
import { fieldsOf, widgetOf } from '../components/json-schema'
import type { FieldSchema, FormSchema } from '../components/json-schema'
import type { Household } from './data/requests'

/** An answer as it is typed: numbers, too, are text until they are sent. */
export type Answer = string | boolean | readonly string[]

/** An order that is being written. The key is made with it: however often it is sent, it is placed once. */
export interface OrderDraft {
  key: string
  answers: Readonly<Record<string, Answer>>
  note: string
  /** As `<input type="datetime-local">` has it, on the district's clock. */
  preferredAt: string
  name: string
  /** Empty: the household's own, which is only known masked. */
  phone: string
  address: string
}

/** Whether what an earlier visit kept can be taken up. */
export function isOrderDraft(value: unknown): value is OrderDraft {
  if (typeof value !== 'object' || value === null) return false
  const { answers, ...texts } = value as Record<string, unknown>
  const names = ['key', 'note', 'preferredAt', 'name', 'phone', 'address']
  return typeof answers === 'object' && answers !== null && names.every((name) => typeof texts[name] === 'string')
}

/** What is wrong with an answer, as a key of `problem` with its figure. */
export interface Problem {
  code: 'missing' | 'number' | 'whole' | 'least' | 'most' | 'short' | 'pattern' | 'phone' | 'name' | 'past'
  limit?: number
}

/** What is wrong, by the name of the field; answers are named `form.<key>`. */
export type Problems = Readonly<Record<string, Problem>>

const CHINA = ':00+08:00'

/** A moment of `<input type="datetime-local">` on the district's clock; null for none. */
export function instantOf(local: string): string | null {
  const at = Date.parse(local + CHINA)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

function isBlank(answer: Answer | undefined): boolean {
  if (answer === undefined) return true
  if (typeof answer === 'boolean') return false
  return typeof answer === 'string' ? answer.trim() === '' : answer.length === 0
}

/** Checks what is sure to be refused, so that it is said beside the field; the server has the last word. */
export function problemsOf(
  draft: OrderDraft,
  schema: FormSchema | null,
  household: Household | null,
  now: number,
): Problems {
  const problems: Record<string, Problem> = {}
  for (const { key, field, isNeeded } of fieldsOf(schema)) {
    const problem = problemOf(field, draft.answers[key], isNeeded)
    if (problem !== null) problems[`form.${key}`] = problem
  }
  if (draft.name.trim() === '') problems['requester.name'] = { code: 'name' }
  const hasOwn = (household?.phone ?? null) !== null
  const phone = draft.phone.replace(/\s/g, '')
  if (phone === '' ? !hasOwn : !/^(1\d{10}|0\d{2,3}-?\d{7,8})$/.test(phone)) {
    problems['requester.phone'] = { code: 'phone' }
  }
  const wanted = instantOf(draft.preferredAt)
  if (wanted !== null && Date.parse(wanted) < now) problems['preferredAt'] = { code: 'past' }
  return problems
}

function problemOf(field: FieldSchema, answer: Answer | undefined, isNeeded: boolean): Problem | null {
  if (isBlank(answer)) return isNeeded ? { code: 'missing' } : null
  const widget = widgetOf(field)
  if (typeof answer !== 'string') return null
  if (widget === 'number' || widget === 'integer') return problemOfNumber(field, Number(answer), widget === 'integer')
  const length = [...answer.trim()].length
  if (field.minLength !== undefined && length < field.minLength) return { code: 'short', limit: field.minLength }
  if (field.pattern !== undefined && !new RegExp(field.pattern, 'u').test(answer.trim())) return { code: 'pattern' }
  return null
}

function problemOfNumber(field: FieldSchema, value: number, isWhole: boolean): Problem | null {
  if (Number.isNaN(value)) return { code: 'number' }
  if (isWhole && !Number.isInteger(value)) return { code: 'whole' }
  if (field.minimum !== undefined && value < field.minimum) return { code: 'least', limit: field.minimum }
  if (field.maximum !== undefined && value > field.maximum) return { code: 'most', limit: field.maximum }
  return null
}

/** The answer as the schema asks for it; undefined leaves it out. */
function valueOf(field: FieldSchema, answer: Answer | undefined): unknown {
  if (answer === undefined || isBlank(answer)) return undefined
  switch (widgetOf(field)) {
    case 'number':
    case 'integer':
      return Number(answer)
    case 'choice':
      return field.enum?.find((choice) => String(choice) === answer)
    case 'choices':
      return (answer as readonly string[]).map(
        (chosen) => field.items?.enum?.find((choice) => String(choice) === chosen) ?? chosen,
      )
    case 'dateTime':
      return instantOf(String(answer)) ?? undefined
    case 'photos':
    case 'switch':
      return answer
    case 'date':
    case 'text':
    case 'textarea':
      return String(answer).trim()
  }
}

/** The body to send. Answers go along only where the item asks something. */
export function bodyOf(
  draft: OrderDraft,
  item: { code: string; form: FormSchema | null },
  site: string,
  household: Household | null,
): PlaceOrderBody {
  const text = (value: string) => (value.trim() === '' ? undefined : value.trim())
  const phone = text(draft.phone.replace(/\s/g, ''))
  const address = text(draft.address)
  const note = text(draft.note)
  const preferredAt = instantOf(draft.preferredAt)
  const answers = fieldsOf(item.form).flatMap(({ key, field }) => {
    const value = valueOf(field, draft.answers[key])
    return value === undefined ? [] : [[key, value] as const]
  })
  return {
    serviceItem: item.code,
    site,
    channel: 'phone',
    requester: {
      name: draft.name.trim(),
      ...(phone === undefined ? {} : { phone }),
      ...(address === undefined ? {} : { address }),
      ...(household === null ? {} : { household: household.code }),
    },
    ...(item.form === null ? {} : { form: Object.fromEntries(answers) }),
    ...(note === undefined ? {} : { note }),
    ...(preferredAt === null ? {} : { preferredAt }),
  }
}

/** What was sent, as it was typed: to be corrected after a refusal. A new key, since it becomes another request. */
export function draftOfBody(body: PlaceOrderBody, displayName: string): OrderDraft {
  const answers = Object.entries(body.form ?? {}).map(([key, value]): [string, Answer] => [key, answerOf(value)])
  return {
    key: newIdempotencyKey(),
    answers: Object.fromEntries(answers),
    note: body.note ?? '',
    preferredAt: body.preferredAt === undefined ? '' : localOf(body.preferredAt),
    name: body.requester.name || displayName,
    phone: body.requester.phone ?? '',
    address: body.requester.address ?? '',
  }
}

function answerOf(value: unknown): Answer {
  if (typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map(String)
  const text = String(value)
  return /^\d{4}-\d{2}-\d{2}T.*Z$/.test(text) ? localOf(text) : text
}

const CHINA_MS = 8 * 60 * 60 * 1000

/** A moment as `<input type="datetime-local">` takes it, on the district's clock. */
function localOf(instant: string): string {
  return new Date(Date.parse(instant) + CHINA_MS).toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length)
}
