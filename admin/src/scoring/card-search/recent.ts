import { storedDraft } from '../../drafts/stored-draft'

const MOST = 12

function isNumbers(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

/** The cards that a person used lately on this device, the latest first. */
export function recentCards(username: string): string[] {
  return storedDraft(username, 'recentCards', isNumbers).read() ?? []
}

/** Remembers cards as used now. */
export function rememberCards(username: string, numbers: readonly string[]): void {
  const others = recentCards(username).filter((number) => !numbers.includes(number))
  storedDraft(username, 'recentCards', isNumbers).keep([...numbers, ...others].slice(0, MOST))
}
