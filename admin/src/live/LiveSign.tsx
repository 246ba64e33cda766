import { DisconnectOutlined } from '@ant-design/icons'
import { Tooltip } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveState } from './useLive'
import './live.css'

/** A connection that comes back at once is not worth a word. */
const PATIENCE_MS = 4_000

/** Says, without a fuss, when the screen is not told of changes as they happen. */
export function LiveSign() {
  const { t } = useTranslation('common')
  const isLost = useLiveState() === 'lost'
  const [isShown, setIsShown] = useState(false)
  useEffect(() => {
    if (!isLost) return setIsShown(false)
    const timer = setTimeout(() => setIsShown(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [isLost])
  return (
    <span role="status">
      {isShown && (
        <Tooltip title={t('live.lostHint')}>
          <span className="live-sign" tabIndex={0}>
            <DisconnectOutlined aria-hidden />
            <span className="live-sign-text">{t('live.lost')}</span>
          </span>
        </Tooltip>
      )}
    </span>
  )
}
