/** Offset of the district's clock; China has one, without summer time. */
const OFFSET = '+08:00'
const OFFSET_MS = 8 * 60 * 60 * 1000

/** The instant (ISO, UTC) of a time on the district's clock, `2026-11-25T09:00`, whatever the device's. */
export function instantOf(wallClock: string): string {
  return new Date(`${wallClock}:00${OFFSET}`).toISOString()
}

/** The time on the district's clock of an instant, as `2026-11-25T09:00`. */
export function wallClockOf(instant: string): string {
  return new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(0, 16)
}

/** What is offered first: tomorrow at nine, when people read. */
export function firstOffer(now: number): string {
  return `${wallClockOf(new Date(now + 24 * 60 * 60 * 1000).toISOString()).slice(0, 10)}T09:00`
}
