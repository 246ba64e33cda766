import { MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Flex, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'

interface StepperProps {
  id?: string
  value?: number | null
  onChange?: (value: number | null) => void
  min: number
  max: number
  step: number
  /** What is counted, for screen readers. */
  label: string
}

/** A number with a large button on either side, for one thumb; it can be typed as well. */
export function Stepper({ id, value = null, onChange, min, max, step, label }: StepperProps) {
  const { t } = useTranslation('common')
  const shift = (by: number) => onChange?.(Math.min(max, Math.max(min, (value ?? 0) + by)))
  return (
    <Flex gap={8}>
      <Button
        icon={<MinusOutlined />}
        aria-label={t('stepper.less', { label })}
        disabled={value === null || value <= min}
        onClick={() => shift(-step)}
      />
      <InputNumber<number>
        {...(id === undefined ? {} : { id })}
        value={value}
        min={min}
        max={max}
        step={step}
        controls={false}
        {...(Number.isInteger(step) ? { precision: 0 } : {})}
        inputMode={Number.isInteger(step) ? 'numeric' : 'decimal'}
        onChange={(next) => onChange?.(next)}
        style={{ flex: 1, minWidth: 0 }}
      />
      <Button
        icon={<PlusOutlined />}
        aria-label={t('stepper.more', { label })}
        disabled={value !== null && value >= max}
        onClick={() => shift(step)}
      />
    </Flex>
  )
}
