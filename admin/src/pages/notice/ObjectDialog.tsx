import type { NoticeLine } from '@practice/scoring/contracts'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReasonDialog } from '../../scoring/record-view/ReasonDialog'
import { objectTo } from '../../scoring/record-view/requests'

const NAME_LENGTH_MAX = 40

/** Enters a villager's objection to one line, with who it is that objects. */
export function ObjectDialog({ line, onClose }: { line: NoticeLine; onClose: () => void }) {
  const { t } = useTranslation('notice')
  const field = useId()
  const [by, setBy] = useState('')
  const isMissing = by.trim() === ''
  return (
    <ReasonDialog
      title={t('object.titleForVillager', { holder: line.holder, rule: line.rule.name })}
      consequence={t('object.consequence')}
      verb={t('object.verb')}
      done={t('object.done')}
      label={t('object.reason')}
      reasons={t('object.reasons', { returnObjects: true }) as Record<string, string>}
      isReady={!isMissing}
      fields={(isAsked) => (
        <div>
          <label htmlFor={field}>{t('object.by')}</label>
          <Input
            id={field}
            value={by}
            maxLength={NAME_LENGTH_MAX}
            status={isAsked && isMissing ? 'error' : ''}
            aria-invalid={isAsked && isMissing}
            onChange={(event) => setBy(event.target.value)}
            style={{ marginTop: 4 }}
          />
          {isAsked && isMissing ? (
            <div role="alert" style={{ color: 'var(--danger)', marginTop: 4 }}>
              {t('object.byMissing')}
            </div>
          ) : (
            <div style={{ color: 'var(--text-quiet)', marginTop: 4 }}>{t('object.byHint')}</div>
          )}
        </div>
      )}
      act={(reason) => objectTo(line.documentId, reason, by.trim())}
      onClose={onClose}
    />
  )
}
