import { UndoOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Points } from '../../scoring/record-view/Points'

interface LineProps {
  holder: string
  rule: string
  points: number
  tag: ReactNode
  /** Opens the question whether it is to be taken back; without it, it cannot be. */
  onAsk?: (() => void) | undefined
  children?: ReactNode
}

/** Who, for what, how much, how it stands. */
export function RecordLine({ holder, rule, points, tag, onAsk, children }: LineProps) {
  const { t } = useTranslation('record')
  return (
    <li className="record-line">
      <div className="record-line-row">
        <span className="record-line-words">
          <strong>{holder}</strong>
          <span className="record-quiet">{rule}</span>
        </span>
        <span className="record-line-state">
          <Points points={points} />
          {tag}
        </span>
        {onAsk !== undefined && (
          <Button
            type="text"
            icon={<UndoOutlined />}
            aria-label={t('withdraw.of', { holder, rule })}
            title={t('withdraw.verb')}
            onClick={onAsk}
          />
        )}
      </div>
      {children}
    </li>
  )
}
