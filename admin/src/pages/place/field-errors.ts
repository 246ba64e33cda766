import { ApiError } from '../../api/error'

/** Where a refusal that names no field is to be said: beside what caused it. */
const FIELD_OF_CODE: Readonly<Record<string, readonly string[]>> = {
  phone_missing: ['requester', 'phone'],
  on_behalf_missing: ['onBehalf', 'reason'],
}

/** A field's name in the form, and what to say beside it; null: what the refusal itself says. */
export interface FieldError {
  name: string[]
  message: string | null
}

/**
 * What of a failure can be said beside fields of the form. Answers to an item's form come with sentences of the
 * server's; malformed fields come with a parser's words, which are nobody's, so that the page says them itself.
 */
export function fieldErrorsOf(error: unknown): FieldError[] {
  if (!(error instanceof ApiError)) return []
  const name = FIELD_OF_CODE[error.code]
  if (name !== undefined) return [{ name: [...name], message: null }]
  const inForm = error.code === 'form_invalid'
  return Object.entries(error.fields).map(([path, messages]) => ({
    name: inForm ? ['form', path] : path.split('.'),
    message: inForm ? messages.join('; ') : null,
  }))
}
