import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../i18n'
import { TIME_ZONE, dayNameOf, durationOf } from './describe'

const TICK_MS = 30_000

let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function tick(): void {
  now = Date.now()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(tick, TICK_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function snapshot(): number {
  if (Date.now() - now > TICK_MS) now = Date.now()
  return now
}

/** The time now in milliseconds; redraws twice a minute. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, snapshot)
}

/** Dates and durations as people say them, in the language that is shown and on the district's clock. */
export interface TimeWords {
  /** 今天 14:30, 昨天 09:05, 11月3日 周二 (`withTime`: 11月3日 14:30). Takes an ISO instant. */
  when: (instant: string, withTime?: boolean) => string
  /** The whole date and time, for a tooltip. */
  full: (instant: string) => string
  /** 还剩 3 小时, 逾期 2 天. */
  remaining: (instant: string) => string
  /** 3 小时. Takes milliseconds. */
  duration: (lengthMs: number) => string
  isPast: (instant: string) => boolean
}

/** See `TimeWords`. */
export function useTimeWords(): TimeWords {
  const { t } = useTranslation('common')
  const language = currentLanguage()
  const moment = useNow()
  const part = (at: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: TIME_ZONE, ...options }).format(at)
  const duration = (lengthMs: number) => {
    const { unit, count } = durationOf(lengthMs)
    return t(`time.${unit}`, { count })
  }

  return {
    when: (instant, withTime = false) => {
      const at = Date.parse(instant)
      const name = dayNameOf(at, moment)
      return t(withTime && name === 'thisYear' ? 'time.thisYearAt' : `time.${name}`, {
        time: part(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
        date: part(at, { month: 'short', day: 'numeric' }),
        weekday: part(at, { weekday: 'short' }),
        year: part(at, { year: 'numeric' }).replace(/\D/g, ''),
      })
    },
    full: (instant) =>
      part(Date.parse(instant), {
        dateStyle: 'full',
        timeStyle: 'short',
        hourCycle: 'h23',
      } as Intl.DateTimeFormatOptions),
    remaining: (instant) => {
      const left = Date.parse(instant) - moment
      return t(left >= 0 ? 'time.left' : 'time.late', { duration: duration(left) })
    },
    duration,
    isPast: (instant) => Date.parse(instant) < moment,
  }
}
