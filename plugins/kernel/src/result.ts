/** The outcome of a decision: a value, or a refusal from a closed list. Only bugs throw. */
export type Result<Value, Code extends string = string> = { ok: true; value: Value } | Refusal<Code>

/**
 * Why something was not done. `code` is what programs read; `details` says what the refusal is about
 * (the field, the figures), so that a screen can put it beside its cause.
 */
export interface Refusal<Code extends string = string> {
  ok: false
  code: Code
  details: Readonly<Record<string, unknown>>
}

/** A success that carries `value`. */
export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

/** A refusal with its code and, where they help the reader, the figures behind it. */
export function refuse<Code extends string>(
  code: Code,
  details: Readonly<Record<string, unknown>> = {},
): Refusal<Code> {
  return { ok: false, code, details }
}
