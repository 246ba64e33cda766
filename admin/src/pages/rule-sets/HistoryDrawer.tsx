import type { RuleSet, RuleSetHistory } from '@practice/scoring/contracts'
import { useQuery } from '@tanstack/react-query'
import { Drawer, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { ruleSetHistoryQuery } from '../../api/points'
import { EmptyState } from '../../components/EmptyState'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { useIsPhone } from '../../components/useIsPhone'
import { When } from '../../components/When'
import { changeOfWord } from './changes'
import { selfOf } from './ownership'
import { useChangeWords } from './useChangeWords'

const WIDTH_PX = 560

interface HistoryDrawerProps {
  set: RuleSet
  onClose: () => void
}

/** A site's own versions, the latest first, each with what it changed in words. */
export function HistoryDrawer({ set, onClose }: HistoryDrawerProps) {
  const { t } = useTranslation('rule-sets')
  const isPhone = useIsPhone()
  const history = useQuery(ruleSetHistoryQuery(set.site.code))
  const names = new Map(set.rules.map(({ code, name }) => [code, name]))
  return (
    <Drawer open width={isPhone ? '100%' : WIDTH_PX} onClose={onClose} title={t('history.of', { site: set.site.name })}>
      {history.isPending && <RowsSkeleton rows={4} />}
      <RefusalAlert error={history.error} />
      {history.data?.length === 0 && (
        <EmptyState title={t(`history.none.${selfOf(set.site.code)}`)} hint={t('inherits', { site: set.from.name })} />
      )}
      <ol className="rules-versions">
        {(history.data ?? []).map((version) => (
          <Version key={version.version} version={version} nameOf={(code) => names.get(code) ?? ''} />
        ))}
      </ol>
    </Drawer>
  )
}

interface VersionProps {
  version: RuleSetHistory[number]
  nameOf: (code: string) => string
}

/** Beyond so many added rules, and nothing else, a version is the first of a set and not a list of changes. */
const ADDED_AT_ONCE = 5

function isFirst(changes: readonly string[]): boolean {
  return changes.length > ADDED_AT_ONCE && changes.every((word) => word.startsWith('+'))
}

function Version({ version: { version, inherits, note, changedBy, changedAt, changes }, nameOf }: VersionProps) {
  const { t } = useTranslation(['rule-sets', 'common'])
  const words = useChangeWords()
  return (
    <li>
      <strong className="num">{t('version', { version })}</strong>{' '}
      <Typography.Text type="secondary">
        {changedBy.name}
        {t('common:separator')}
        <When at={changedAt} withTime />
      </Typography.Text>
      {note !== null && <div>{note}</div>}
      <ul>
        {inherits && <li>{t('change.inherits')}</li>}
        {isFirst(changes) ? (
          <li>{t('change.first', { count: changes.length })}</li>
        ) : (
          changes.map((word) => <li key={word}>{words(changeOfWord(word, nameOf))}</li>)
        )}
        {!inherits && changes.length === 0 && <li>{t('change.nothing')}</li>}
      </ul>
    </li>
  )
}
