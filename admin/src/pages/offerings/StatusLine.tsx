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

/** The names of a cell's site and item. */
function namesIn({ offerings, items }: OfferingsDesk) {
  return ({ siteCode, itemCode }: CellRef) => ({
    site: offerings.columns.find(({ code }) => code === siteCode)?.name ?? siteCode,
    item: items.find(({ code }) => code === itemCode)?.name ?? itemCode,
  })
}

/** On a phone what is said stands above the menu at the bottom, wherever one has scrolled to. */
function useThumbPlace(): CSSProperties {
  const isPhone = useIsPhone()
  const { token } = theme.useToken()
  if (!isPhone) return {}
  return {
    position: 'fixed',
    zIndex: 20,
    insetInline: 8,
    bottom: 'calc(64px + env(safe-area-inset-bottom))',
    padding: '8px 8px 8px 16px',
    borderRadius: token.borderRadius,
    background: token.colorBgElevated,
    boxShadow: token.boxShadowSecondary,
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** Says what was switched last, whether it is on the server, and takes it back (also by Ctrl+Z). */
export function StatusLine({ desk }: StatusLineProps) {
  const { t } = useTranslation('offerings')
  const { lastChange, undo } = desk
  const isPhone = useIsPhone()
  const atThumb = useThumbPlace()
  const isWriting = desk.offerings.pending.size > 0
  const nameOf = namesIn(desk)

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

  return (
    <Flex align="center" gap={8} style={lastChange === null ? {} : atThumb}>
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

/** Says what the server refused, and that the cell is as it was before. */
export function FailureLine({ desk }: StatusLineProps) {
  const { t } = useTranslation('offerings')
  const atThumb = useThumbPlace()
  const { failure } = desk
  if (failure === null) return null
  return (
    <Flex vertical gap={4} style={atThumb}>
      <Typography.Text>{t('status.failed', namesIn(desk)(failure.cell))}</Typography.Text>
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
