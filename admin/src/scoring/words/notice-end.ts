/**
 * The last moment of a notice (ISO): it ends with a day, and midnight of the next one is not what people call that day.
 */
export function lastMomentOf(noticeEndsAt: string): string {
  return new Date(Date.parse(noticeEndsAt) - 1).toISOString()
}
