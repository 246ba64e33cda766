import { Button, Flex, Input, Typography } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LazyDatePicker } from '../../components/LazyDatePicker'
import { useIsPhone } from '../../components/useIsPhone'
import { firstOffer, instantOf, wallClockOf } from './schedule'

interface ScheduleFormProps {
  /** The time that is set already. */
  publishAt: string | null
  isBusy: boolean
  onSchedule: (publishAt: string) => void
}

const WALL_CLOCK = 'YYYY-MM-DDTHH:mm'

/** When a draft publishes itself, on the district's clock. */
export function ScheduleForm({ publishAt, isBusy, onSchedule }: ScheduleFormProps) {
  const { t } = useTranslation('articles')
  const isPhone = useIsPhone()
  const [chosen, setChosen] = useState(() => (publishAt === null ? firstOffer(Date.now()) : wallClockOf(publishAt)))
  const [isPast, setIsPast] = useState(false)
  const earliest = wallClockOf(new Date().toISOString())

  function choose(wallClock: string): void {
    if (wallClock !== '') setChosen(wallClock)
    setIsPast(false)
  }

  function apply(): void {
    const instant = instantOf(chosen)
    if (Date.parse(instant) <= Date.now()) setIsPast(true)
    else onSchedule(instant)
  }

  return (
    <form
      style={{ width: 260 }}
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <Flex vertical gap={8}>
        <label htmlFor="publish-at">{t('schedule.when')}</label>
        {isPhone ? (
          <Input
            id="publish-at"
            type="datetime-local"
            value={chosen}
            min={earliest}
            status={isPast ? 'error' : ''}
            onChange={({ target }) => choose(target.value)}
          />
        ) : (
          <LazyDatePicker
            id="publish-at"
            value={dayjs(chosen)}
            allowClear={false}
            inputReadOnly
            showNow={false}
            showTime={{ format: 'HH:mm', minuteStep: 5 }}
            format="YYYY-MM-DD HH:mm"
            minDate={dayjs(earliest)}
            status={isPast ? 'error' : ''}
            onChange={(value: dayjs.Dayjs | null) => choose(value?.format(WALL_CLOCK) ?? '')}
          />
        )}
        {isPast && (
          <Typography.Text type="danger" role="alert">
            {t('schedule.past')}
          </Typography.Text>
        )}
        <Typography.Text type="secondary">{t('schedule.hint')}</Typography.Text>
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {t('schedule.ok')}
        </Button>
      </Flex>
    </form>
  )
}
