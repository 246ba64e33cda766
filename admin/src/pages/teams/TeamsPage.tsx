import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { TeamRow } from '../../api/directory'
import type { Column } from '../../components/DataTable'
import { PageHeader } from '../../components/PageHeader'
import { DirectoryList } from '../../directory/DirectoryList'
import { useSiteName } from '../../directory/names'
import { TeamPane } from './TeamPane'
import { inHandQuery } from './load'

/** The volunteer teams: what each can do and how much it has in its hands. */
export default function TeamsPage() {
  const { documentId } = useParams()
  return documentId === undefined ? <TeamList /> : <TeamPane documentId={documentId} />
}

function TeamList() {
  const { t } = useTranslation(['teams', 'common'])
  const siteName = useSiteName()
  const inHand = useQuery(inHandQuery())
  const loadOf = (code: string) => (inHand.data ?? []).filter(({ team }) => team?.code === code).length
  const columns: Column<TeamRow>[] = [
    { key: 'name', title: t('name'), render: (team) => <Link to={`/teams/${team.documentId}`}>{team.name}</Link> },
    { key: 'site', title: t('site'), render: (team) => siteName(team.siteCode) },
    { key: 'tier', title: t('tier'), render: (team) => t(`common:tier.${team.tier}`) },
    { key: 'skills', title: t('skills'), render: (team) => (team.skills ?? []).join(t('common:form.listSeparator')) },
    {
      key: 'load',
      title: t('load'),
      isNumber: true,
      // Of a team above one's own site neither the capacity nor all of its orders are to be seen: no figure then.
      render: (team) =>
        typeof team.capacity === 'number' ? t('loadOf', { count: loadOf(team.code), capacity: team.capacity }) : '',
    },
    {
      key: 'active',
      title: t('state'),
      render: (team) => (team.active === undefined ? '' : t(team.active === false ? 'resting' : 'active')),
    },
  ]
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <DirectoryList<TeamRow>
        resource="teams"
        label={t('title')}
        columns={columns}
        searchIn={['name', 'code']}
        sortBy="code"
        empty={t('none')}
      />
    </>
  )
}
