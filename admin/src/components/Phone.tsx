import { PhoneOutlined } from '@ant-design/icons'
import { Button, Flex, Input, Popover } from 'antd'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reveal } from '../api/access'
import type { RevealRequest } from '../api/access'
import { useMe } from '../app/me'
import { QuickReasons } from './QuickReasons'
import { RefusalAlert } from './RefusalAlert'
import { useIsPhone } from './useIsPhone'

interface PhoneProps {
  /** As the server gave it: in full, or masked (`199****0001`). */
  value: string
  /** Whose phone it is, for showing it in full. */
  subject: Pick<RevealRequest, 'type' | 'documentId'>
}

/** A phone number that can be called; a masked one is shown in full for a reason, which is recorded. */
export function Phone({ value, subject }: PhoneProps) {
  const { t } = useTranslation('common')
  const { can } = useMe()
  const [shown, setShown] = useState(value)
  const isMasked = shown.includes('*')
  if (!isMasked) {
    return (
      <a href={`tel:${shown}`} className="num" aria-label={t('phone.call', { phone: shown })}>
        <PhoneOutlined /> {shown}
      </a>
    )
  }
  return (
    <Flex wrap gap={8} align="center">
      <span className="num">{shown}</span>
      {can.includes('reveal') && <RevealButton subject={subject} onRevealed={setShown} />}
    </Flex>
  )
}

interface RevealButtonProps {
  subject: PhoneProps['subject']
  onRevealed: (phone: string) => void
}

function RevealButton({ subject, onRevealed }: RevealButtonProps) {
  const { t } = useTranslation('common')
  const isPhone = useIsPhone()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      destroyOnHidden
      open={isOpen}
      onOpenChange={setIsOpen}
      content={<RevealForm subject={subject} onRevealed={onRevealed} />}
    >
      <Button size={isPhone ? 'middle' : 'small'}>{t('phone.reveal')}</Button>
    </Popover>
  )
}

function RevealForm({ subject, onRevealed }: RevealButtonProps) {
  const { t } = useTranslation('common')
  const [reason, setReason] = useState('')
  const reasons = t('phone.reasons', { returnObjects: true }) as Record<string, string>
  const showing = useMutation({
    mutationFn: () => reveal({ ...subject, field: 'phone', reason: reason.trim() }),
    onSuccess: onRevealed,
  })
  const isReady = reason.trim().length >= 2
  return (
    <form
      style={{ width: 280 }}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) showing.mutate()
      }}
    >
      <Flex vertical gap={8}>
        <label htmlFor="reveal-reason">{t('phone.why')}</label>
        <QuickReasons reasons={reasons} chosen={reason} onChoose={setReason} />
        <Input
          id="reveal-reason"
          value={reason}
          maxLength={200}
          autoFocus
          placeholder={t('phone.reasonMissing')}
          onChange={(event) => setReason(event.target.value)}
        />
        <RefusalAlert error={showing.error} />
        <Button type="primary" htmlType="submit" disabled={!isReady} loading={showing.isPending}>
          {t('phone.show')}
        </Button>
      </Flex>
    </form>
  )
}
