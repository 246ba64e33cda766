import { MINUTE_MS } from '@practice/kernel'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api/error'
import { currentLanguage } from '../i18n'
import { dayNameOf, durationOf, TIME_ZONE } from '../time/describe'
import { useNow } from '../time/useTime'

const MIDNIGHT = '00:00'

/** Moments as people say them, on the district's clock. Takes ISO instants. */
export interface MyTimeWords {
  /** 今天 14:30, 昨天 09:05, 11月3日 14:30. */
  when: (instant: string) => string
  /** As `when`, for an end: midnight belongs to the day that it ends, 今天 24:00. */
  until: (instant: string) => string
  /** 11月3日, with the year when it is another. */
  day: (instant: string) => string
  /** 还剩 3 小时, 晚了 2 天. */
  left: (instant: string) => string
}

/** See `MyTimeWords`. */
export function useTimeWords(): MyTimeWords {
  const { t } = useTranslation('resident')
  const now = useNow()
  const part = (at: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(currentLanguage(), { timeZone: TIME_ZONE, ...options }).format(at)
  const year = (at: number) => part(at, { year: 'numeric' })
  const day = (at: number) =>
    part(at, {
      month: 'short',
      day: 'numeric',
      ...(year(at) === year(now) ? {} : { year: 'numeric' }),
    })
  const timeOf = (at: number) => part(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const momentOf = (at: number, time: string) => {
    const name = dayNameOf(at, now)
    const isNear = name === 'today' || name === 'yesterday' || name === 'tomorrow'
    return isNear ? t(`time.${name}`, { time }) : t('time.at', { day: day(at), time })
  }
  return {
    when: (instant) => momentOf(Date.parse(instant), timeOf(Date.parse(instant))),
    until: (instant) => {
      const at = Date.parse(instant)
      const time = timeOf(at)
      return time === MIDNIGHT ? momentOf(at - MINUTE_MS, '24:00') : momentOf(at, time)
    },
    day: (instant) => day(Date.parse(instant)),
    left: (instant) => {
      const length = Date.parse(instant) - now
      const { unit, count } = durationOf(length)
      return t(length >= 0 ? 'time.left' : 'time.late', { duration: t(`time.${unit}`, { count }) })
    },
  }
}

/** Says a failure in a sentence: by its code, else by its status. */
export function useFailureText(): (error: unknown) => string {
  const { t, i18n } = useTranslation('resident')
  return (error) => {
    if (!(error instanceof ApiError)) return t('refusal.unexpected')
    const known = `resident:refusal.${error.code}`
    if (i18n.exists(known)) return t(known, { ...error.details, minutes: minutesOf(error) })
    return t(error.status === 0 ? 'refusal.network' : error.status >= 500 ? 'refusal.server' : 'refusal.unexpected')
  }
}

function minutesOf({ details }: ApiError): number {
  const seconds = Number(details.retryAfterSeconds ?? 0)
  return Math.max(1, Math.ceil(seconds / 60))
}
