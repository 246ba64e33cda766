import { CloudUploadOutlined } from '@ant-design/icons'
import { useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../../app/me'
import { useTones } from '../../theme/useTones'
import { leave } from './leaving'
import { useWaitingCounts } from './waiting'

function subscribeToLine(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Whether there may be a line to the server. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(subscribeToLine, () => navigator.onLine)
}

/**
 * The bar that says how many records wait on this device, on every page; nothing when none do. It also sees to it that
 * they are sent, whatever page is open, and that nothing is sent any more once the person has left.
 */
export function WaitingRecords() {
  const { t } = useTranslation('common')
  const { username } = useMe()
  const { waiting, refused } = useWaitingCounts(username)
  const isOnline = useIsOnline()
  const tones = useTones()
  const { text, ground } = waiting > 0 ? tones.waiting : tones.overdue
  const isWaiting = waiting + refused > 0

  useEffect(() => {
    if (isWaiting) void import('./browser').then(({ outboxOf }) => outboxOf(username)).catch(() => undefined)
  }, [isWaiting, username])
  useEffect(() => leave, [])

  if (!isWaiting) return null
  return (
    <div role="status">
      <Link to="/record" className="waiting-bar" style={{ color: text, background: ground }}>
        <CloudUploadOutlined />
        {waiting > 0 && (
          <>
            <span className="num">{t('waiting.count', { count: waiting })}</span>
            <span>{t(isOnline ? 'waiting.online' : 'waiting.offline')}</span>
          </>
        )}
        {refused > 0 && <span className="num">{t('waiting.refused', { count: refused })}</span>}
      </Link>
    </div>
  )
}
