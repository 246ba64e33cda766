import { currentLanguage } from '../../../i18n'
import { TIME_ZONE } from '../../../time/describe'

/** The day of an instant (ISO) on the district's clock, written out. */
export function useDay(): (instant: string) => string {
  const format = new Intl.DateTimeFormat(currentLanguage(), { timeZone: TIME_ZONE, dateStyle: 'long' })
  return (instant) => format.format(Date.parse(instant))
}
