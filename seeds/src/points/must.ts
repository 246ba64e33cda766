import type { Result } from '@practice/kernel'

/** What came of an act that the seeds mean to be possible: a refusal is a fault of theirs, and undoes what they began. */
export function must<Value>(result: Result<Value>, what: string): Value {
  if (result.ok) return result.value
  throw new Error(`${what}: ${result.code} ${JSON.stringify(result.details)}`)
}
