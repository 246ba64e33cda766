import { parentOf, tierOf, type InputError } from '@practice/kernel'
import { problem } from './asked'

/** What a site's code says of it: its tier, and the code of the site above. Null when it is no site code. */
export function siteByCode(code: string): { tier: string; parentCode: string | null } | null {
  const tier = tierOf(code)
  return tier === null ? null : { tier, parentCode: parentOf(code) }
}

/** What of a site's data contradicts its code. */
export function checkSite(code: unknown, data: Readonly<Record<string, unknown>>): InputError[] {
  const said = typeof code === 'string' ? siteByCode(code) : null
  if (said === null)
    return [problem(['code'], 'Expected a site code: 6, 9 or 12 digits, or 12 and a point', 'invalid_value')]
  const wrongTier = data.tier !== undefined && data.tier !== said.tier
  const wrongKind = typeof data.kind === 'string' && said.tier !== 'point'
  return [
    ...(wrongTier ? [problem(['tier'], `The code says ${said.tier}`, 'disagrees')] : []),
    ...(wrongKind ? [problem(['kind'], 'Only points have a kind', 'disagrees')] : []),
  ]
}
