import { CheckOutlined, ClockCircleOutlined, MinusOutlined } from '@ant-design/icons'
import type { OrderDetail } from '@practice/dispatch/contracts'
import { Flex, theme } from 'antd'
import { useTranslation } from 'react-i18next'
import { Deadline } from '../components/Deadline'
import { When } from '../components/When'
import { clockStepsOf } from './clocks'
import type { ClockStep } from './clocks'

/** The clocks as one line: what was done when, what runs and how long it still has. */
export function ClockLine({ order }: { order: OrderDetail }) {
  const { t } = useTranslation('common')
  return (
    <Flex
      component="ol"
      wrap
      gap="4px 24px"
      style={{ listStyle: 'none', margin: 0, padding: 0 }}
      aria-label={t('clock.label')}
    >
      {clockStepsOf(order, order.events).map((step) => (
        <Step key={step.clock} step={step} pausedAt={order.clocks.pausedAt} />
      ))}
    </Flex>
  )
}

function Step({ step, pausedAt }: { step: ClockStep; pausedAt: string | null }) {
  const { t } = useTranslation('common')
  const { token } = theme.useToken()
  const isOpen = step.doneAt === null && !step.isRunning
  const sign = step.doneAt !== null ? <CheckOutlined /> : step.isRunning ? <ClockCircleOutlined /> : <MinusOutlined />
  return (
    <Flex
      component="li"
      gap={6}
      align="baseline"
      style={{ color: isOpen ? token.colorTextSecondary : token.colorText }}
    >
      {sign}
      <span style={{ fontWeight: step.isRunning ? 600 : 400 }}>{t(`clock.${step.clock}`)}</span>
      {step.doneAt !== null && <When at={step.doneAt} />}
      {step.isRunning && <Deadline at={step.dueAt} pausedAt={pausedAt} />}
      {isOpen && step.dueAt !== null && (
        <span>
          {t('clock.until')} <When at={step.dueAt} />
        </span>
      )}
    </Flex>
  )
}
