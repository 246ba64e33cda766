import { SYSTEM_CLOCK, type Clock } from '@practice/kernel'

/** When it is, for everything that points do on this server: one object, whose `now` a test may set. */
export const clock = (): Clock => ({ now: () => SYSTEM_CLOCK.now() })
