import { instantOf, type InputError } from '@practice/kernel'
import { problem } from './asked'

/** What is wrong with when an activity takes place: it ends after it starts. */
export function checkActivity({ startsAt, endsAt }: Readonly<Record<string, unknown>>): InputError[] {
  const [from, to] = [instantOf(startsAt), instantOf(endsAt)]
  // That both are there, their columns demand.
  if (from === null || to === null || from < to) return []
  return [problem(['endsAt'], 'An activity ends after it starts', 'invalid_value')]
}
