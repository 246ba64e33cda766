/** The records whose notice is over at this moment and that are not posted yet, as filters of the list of records. */
export function dueFilters(): Readonly<Record<string, unknown>> {
  return { state: { $eq: 'noticed' }, noticeEndsAt: { $lte: new Date().toISOString() } }
}
