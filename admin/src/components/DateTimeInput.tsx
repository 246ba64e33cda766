import { Input } from 'antd'
import dayjs from 'dayjs'
import { LazyDatePicker } from './LazyDatePicker'
import { useIsPhone } from './useIsPhone'

interface DateTimeInputProps {
  id?: string
  /** An ISO instant. */
  value?: string
  onChange?: (instant: string | undefined) => void
  disabled?: boolean
}

const MINUTE_STEP = 15
const LOCAL_FORMAT = 'YYYY-MM-DDTHH:mm'

/** A day and a time; on a phone the phone's own chooser, since antd's two columns are wider than its screen. */
export function DateTimeInput({ id, value, onChange, disabled = false }: DateTimeInputProps) {
  const isPhone = useIsPhone()
  const change = (at: dayjs.Dayjs | null) => onChange?.(at !== null && at.isValid() ? at.toISOString() : undefined)
  const shown = value === undefined || value === '' ? null : dayjs(value)
  const named = id === undefined ? {} : { id }
  if (isPhone) {
    return (
      <Input
        {...named}
        type="datetime-local"
        disabled={disabled}
        value={shown?.format(LOCAL_FORMAT) ?? ''}
        onChange={({ target }) => change(target.value === '' ? null : dayjs(target.value))}
      />
    )
  }
  return (
    <LazyDatePicker
      {...named}
      showTime={{ format: 'HH:mm', minuteStep: MINUTE_STEP }}
      format="YYYY-MM-DD HH:mm"
      inputReadOnly
      needConfirm={false}
      disabled={disabled}
      value={shown}
      onChange={change}
      style={{ width: '100%' }}
    />
  )
}
