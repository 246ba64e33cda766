import type { DispatchSettingsView, Urgency } from '@practice/dispatch/contracts'
import { Card, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { When } from '../../components/When'
import { URGENCIES } from '../../orders/words'
import { useNow } from '../../time/useTime'
import { deadlinesOf, escalationsOf } from './example'
import type { ExampleStep } from './example'

/** What the clocks mean for an order that is placed now, on the working days that are coming. */
export function ClockExample({ settings }: { settings: DispatchSettingsView }) {
  const { t } = useTranslation(['settings', 'common'])
  const [urgency, setUrgency] = useState<Urgency>('urgent')
  const now = useNow()
  return (
    <Card
      size="small"
      title={t('example.clocks')}
      extra={
        <Segmented<Urgency>
          aria-label={t('example.urgency')}
          value={urgency}
          onChange={setUrgency}
          options={URGENCIES.map((value) => ({ value, label: t(`common:urgency.${value}`) }))}
        />
      }
    >
      <p className="settings-meaning">{t('example.placedNow')}</p>
      <Steps steps={deadlinesOf(settings, urgency, now)} labelOf={({ step }) => t(`example.until.${step}`)} />
      <p className="settings-meaning">{t('example.ifNobody')}</p>
      <Steps steps={escalationsOf(settings, urgency, now)} labelOf={({ step }) => t(`example.escalated.${step}`)} />
      <p className="settings-meaning settings-foot">{t('example.workingDays')}</p>
    </Card>
  )
}

interface StepsProps {
  steps: readonly ExampleStep[]
  labelOf: (step: ExampleStep) => string
}

function Steps({ steps, labelOf }: StepsProps) {
  return (
    <dl className="settings-steps">
      {steps.map((step) => (
        <div key={step.step}>
          <dt>{labelOf(step)}</dt>
          <dd>
            <When at={new Date(step.at).toISOString()} withTime />
          </dd>
        </div>
      ))}
    </dl>
  )
}
