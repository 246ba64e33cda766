import type { Instant } from '@practice/kernel'
import { monthOf } from './calendar'

/** What a cap counts by: the holder, the rule and the month of China in which it was done. */
export function capKeyOf(holderKey: string, ruleCode: string, occurredAt: Instant): string {
  return `${holderKey}|${ruleCode}|${monthOf(occurredAt)}`
}

/** Figures of a cap, in points of one holder, rule and month; points count without their sign. */
export interface CapFigures {
  cap: number
  used: number
  points: number
}

/** Whether these points no longer fit under the cap. */
export function exceedsCap({ cap, used, points }: CapFigures): boolean {
  return used + Math.abs(points) > cap
}

/** What is used of a cap once these points are taken. */
export function afterTaking(used: number, points: number): number {
  return used + Math.abs(points)
}
