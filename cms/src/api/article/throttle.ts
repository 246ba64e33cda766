import { MINUTE_MS, type Instant } from '@practice/kernel'

const ADDRESSES_MAX = 10_000

/** How often an address may ask for something in a minute, on this server. */
export class Throttle {
  private minute = 0
  private readonly asked = new Map<string, number>()

  constructor(private readonly timesAMinute: number) {}

  /** Counts one more time, and tells how long to wait before it is let through: 0 when it is. */
  waitSeconds(address: string, now: Instant): number {
    const minute = Math.floor(now / MINUTE_MS)
    if (minute !== this.minute || this.asked.size >= ADDRESSES_MAX) this.asked.clear()
    this.minute = minute
    const times = (this.asked.get(address) ?? 0) + 1
    this.asked.set(address, times)
    return times <= this.timesAMinute ? 0 : Math.ceil(((minute + 1) * MINUTE_MS - now) / 1000)
  }
}
