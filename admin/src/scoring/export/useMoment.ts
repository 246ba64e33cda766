import { currentLanguage } from '../../i18n'
import { TIME_ZONE } from '../../time/describe'

/** Day and time of an instant (ISO) on the district's clock, as a sheet and a printed page write it. */
export function useMoment(): (instant: string) => string {
  const format = new Intl.DateTimeFormat(currentLanguage(), {
    timeZone: TIME_ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return (instant) => format.format(Date.parse(instant))
}
