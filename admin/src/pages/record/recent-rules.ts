import { storedDraft } from '../../drafts/stored-draft'

const MOST = 4

function isCodes(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

/** The rules that a person used lately on this device, the latest first. */
export function recentRules(username: string): string[] {
  return storedDraft(username, 'recentRules', isCodes).read() ?? []
}

/** Remembers a rule as used now. */
export function rememberRule(username: string, code: string): void {
  const others = recentRules(username).filter((one) => one !== code)
  storedDraft(username, 'recentRules', isCodes).keep([code, ...others].slice(0, MOST))
}
