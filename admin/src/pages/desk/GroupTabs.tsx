import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { summaryQuery } from '../../orders/queries'
import { GROUPS, countOf } from './queue'
import type { DeskQuery, Group } from './queue'

interface GroupTabsProps {
  query: DeskQuery
  onChange: (group: Group) => void
}

/** The groups of the queue, each with how many orders it holds at the site that is looked at. */
export function GroupTabs({ query, onChange }: GroupTabsProps) {
  const { t } = useTranslation('desk')
  const summary = useQuery(summaryQuery(query.site))
  return (
    <div className="desk-groups" role="group" aria-label={t('groups')}>
      {GROUPS.map((group) => {
        const count = summary.data === undefined ? null : countOf(group, summary.data)
        return (
          <button
            key={group}
            type="button"
            className="desk-group"
            aria-pressed={group === query.group}
            data-late={group === 'overdue' && (count ?? 0) > 0}
            onClick={() => onChange(group)}
          >
            <span>{t(`group.${group}`)}</span>
            <span className="num">{count ?? t('unknown')}</span>
          </button>
        )
      })}
    </div>
  )
}
