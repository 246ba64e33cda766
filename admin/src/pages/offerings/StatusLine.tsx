import { CheckOutlined, LoadingOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Flex, Typography, theme } from 'antd'
import { useEffect } from 'react'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalAlert } from '../../components/RefusalAlert'
import { useIsPhone } from '../../components/useIsPhone'
import type { OfferingsDesk } from './useOfferings'
import { markOf } from './setting'
import type { CellRef } from './setting'

interface StatusLineProps {
  desk: OfferingsDesk
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** Says what was switched last, whether it is on the server, and takes it back (also by Ctrl+Z). */
export function StatusLine({ desk }: StatusLineProps) {
  const { t } = useTranslation('offerings')
  const { lastChange, failure, undo } = desk
  const isPhone = useIsPhone()
  const { token } = theme.useToken()
  const isWriting = desk.offerings.pending.size > 0
  const nameOf = ({ siteCode, itemCode }: CellRef) => ({
    site: desk.offerings.columns.find(({ code }) => code === siteCode)?.name ?? siteCode,
    item: desk.items.find(({ code }) => code === itemCode)?.name ?? itemCode,
  })

  // On a phone it stands above the menu at the bottom, wherever one has scrolled to.
  const atThumb: CSSProperties = {
    position: 'fixed',
    zIndex: 20,
    insetInline: 8,
    bottom: 'calc(64px + env(safe-area-inset-bottom))',
    padding: '8px 8px 8px 16px',
    borderRadius: token.borderRadius,
    background: token.colorBgElevated,
    boxShadow: token.boxShadowSecondary,
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey
      if (!isUndo || isTyping(event.target) || lastChange === null) return
      event.preventDefault()
      undo()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })

  if (failure !== null) {
    return (
      <Flex vertical gap={4} style={isPhone ? atThumb : {}}>
        <Typography.Text>{t('status.failed', nameOf(failure.cell))}</Typography.Text>
        <RefusalAlert
          error={failure.cause}
          namespace="offerings"
          action={
            <Flex gap={8}>
              <Button size="small" onClick={() => desk.switchTo(failure.cell, failure.wanted)}>
                {t('common:action.retry')}
              </Button>
              <Button size="small" type="text" onClick={desk.dismissFailure}>
                {t('common:action.close')}
              </Button>
            </Flex>
          }
        />
      </Flex>
    )
  }
  return (
    <Flex align="center" gap={8} style={isPhone && lastChange !== null ? atThumb : {}}>
      <span role="status" style={{ flex: 1 }}>
        {lastChange !== null && (
          <>
            {isWriting ? <LoadingOutlined /> : <CheckOutlined />}{' '}
            {t('status.changed', { ...nameOf(lastChange.cell), state: t(`mark.${markOf(lastChange.after)}`) })}
          </>
        )}
      </span>
      {lastChange !== null && (
        <Button size={isPhone ? 'middle' : 'small'} icon={<UndoOutlined />} onClick={undo} title={t('status.undoKey')}>
          {t('status.undo')}
        </Button>
      )}
    </Flex>
  )
}
