import { tierOf } from '@practice/kernel'
import type { Tier } from '@practice/kernel'
import type { RuleSet } from '@practice/scoring/contracts'

/** Whether a site is decided by its own set. */
export function isOwn({ site, from }: Pick<RuleSet, 'site' | 'from'>): boolean {
  return site.code === from.code
}

/** What a site calls itself: 本区, 本所, 本站; key of `rule-sets:self`. */
export function selfOf(code: string): Exclude<Tier, 'point'> {
  const tier = tierOf(code)
  return tier === 'center' || tier === 'town' ? tier : 'village'
}
