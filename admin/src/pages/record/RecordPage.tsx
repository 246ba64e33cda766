import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../../app/me'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { PageSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { openCardsQuery } from '../../scoring/card-search/requests'
import { useMayOpen } from '../links'
import { RecordDesk } from './RecordDesk'
import { rulesQuery } from './requests'
import { useRecordDraft } from './useRecordDraft'
import './record.css'

/** Records scores with one hand, also where there is no line: who, for what, 记分. */
export default function RecordPage() {
  const { t } = useTranslation('record')
  const { site } = useMe()
  return (
    <div className="record">
      <PageHeader title={t('title')} actions={<Links />} />
      {site === null ? <EmptyState title={t('noSite')} /> : <Loaded site={site.code} />}
    </div>
  )
}

/** What else there is about records, behind the page that makes them. */
function Links() {
  const { t } = useTranslation('record')
  const mayOpen = useMayOpen()
  return (
    <nav className="record-links">
      <Link to="/cards">{t('links.cards')}</Link>
      {mayOpen('records') && <Link to="/records">{t('links.records')}</Link>}
      {mayOpen('import-records') && <Link to="/import-records">{t('links.import')}</Link>}
    </nav>
  )
}

/** The village's cards and rules, from the server or from this device, and what was begun. */
function Loaded({ site }: { site: string }) {
  const { t } = useTranslation(['record', 'common'])
  const { username } = useMe()
  const cards = useQuery(openCardsQuery(username))
  const rules = useQuery(rulesQuery(username, site))
  const drafting = useRecordDraft()
  const error = cards.error ?? rules.error
  if (error !== null && (cards.data === undefined || rules.data === undefined)) {
    const retry = () => void Promise.all([cards.refetch(), rules.refetch()])
    return (
      <RefusalAlert
        error={error}
        namespace={['record', 'scoring']}
        action={<Button onClick={retry}>{t('common:action.retry')}</Button>}
      />
    )
  }
  if (cards.data === undefined || rules.data === undefined || drafting === null) return <PageSkeleton />
  if (cards.data.length === 0) {
    return (
      <EmptyState
        title={t('noCards')}
        hint={t('noCardsHint')}
        action={
          <Link to="/cards">
            <Button type="primary">{t('openCards')}</Button>
          </Link>
        }
      />
    )
  }
  return <RecordDesk cards={cards.data} ruleSet={rules.data} drafting={drafting} />
}
