import type { RuleSet } from '@practice/scoring/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { parentOf } from '@practice/kernel'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { writeRuleSet } from '../../api/points'
import { useSiteName } from '../../directory/names'
import { ReasonDialog } from '../../scoring/record-view/ReasonDialog'
import { refreshPoints } from '../../scoring/record-view/requests'

/** Gives the site's own set up, so that the one above decides again. The district has none above it. */
export function RestoreButton({ set }: { set: RuleSet }) {
  const { t } = useTranslation('rule-sets')
  const client = useQueryClient()
  const nameOf = useSiteName()
  const [isOpen, setIsOpen] = useState(false)
  const above = parentOf(set.site.code)
  if (above === null) return null
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('restore.action')}</Button>
      {isOpen && (
        <ReasonDialog
          title={t('restore.action')}
          verb={t('restore.action')}
          consequence={t('restore.consequence', {
            site: set.site.name,
            above: nameOf(above),
            version: set.ownVersion + 1,
          })}
          done={t('restore.done')}
          reasons={t('restore.reasons', { returnObjects: true }) as Record<string, string>}
          act={(note) => writeRuleSet(set.site.code, { version: set.ownVersion, inherits: true, note })}
          onClose={() => setIsOpen(false)}
          onDone={() => void refreshPoints(client)}
        />
      )}
    </>
  )
}
