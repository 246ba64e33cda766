import type { CrudFilter } from '@refinedev/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { TeamRow } from '../../api/directory'
import { useMe } from '../../app/me'
import type { Column } from '../../components/DataTable'
import { PageHeader } from '../../components/PageHeader'
import { DirectoryList } from '../../directory/DirectoryList'
import { AddButton, EditButton } from '../../directory/forms/buttons'
import { EditRow } from '../../directory/forms/EditRow'
import { useEditing } from '../../directory/forms/useEditing'
import type { Editing } from '../../directory/forms/useEditing'
import { SiteSelect } from '../../directory/SiteSelect'
import { useIsOwn, useSiteName } from '../../directory/names'
import type { BulkAction } from '../../lists/bulk'
import { siteFilters } from '../../lists/site-filters'
import { useFilter } from '../../lists/useListAddress'
import { Chooser } from '../../scoring/record-view/Chooser'
import { TeamPane } from './TeamPane'
import { inHandQuery, switchTeam } from './load'
import { useTeamForm } from './useTeamForm'

/** The volunteer teams: what each can do and how much it has in its hands. */
export default function TeamsPage() {
  const { documentId } = useParams()
  return documentId === undefined ? <TeamList /> : <TeamPane documentId={documentId} />
}

/** The tiers that have teams. */
const TEAM_TIERS = ['center', 'town', 'village'] as const

type Duty = 'active' | 'resting'

function TeamList() {
  const { t } = useTranslation(['teams', 'common'])
  const [site, setSite] = useFilter<string>('site')
  const [tier, setTier] = useFilter('tier', TEAM_TIERS)
  const [duty, setDuty] = useFilter<Duty>('state', ['active', 'resting'])
  const editing = useEditing()
  const columns = useColumns(editing.open)
  const mayWrite = useMe().can.includes('team.write')
  const bulk = useBulk()
  const filters: CrudFilter[] = [
    ...siteFilters(site),
    ...(tier === null ? [] : [{ field: 'tier', operator: 'eq' as const, value: tier }]),
    ...(duty === null ? [] : [{ field: 'active', operator: 'eq' as const, value: duty === 'active' }]),
  ]
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={mayWrite && <AddButton label={t('add')} onClick={editing.add} />}
      />
      <DirectoryList<TeamRow>
        resource="teams"
        label={t('title')}
        list="teams"
        columns={columns}
        searchIn={['name', 'code']}
        sortBy="code"
        filters={filters}
        nameOf={({ name }) => name}
        bulk={bulk}
        empty={t('none')}
        choosers={
          <>
            <SiteSelect isClearable label={t('site')} value={site} onChange={setSite} style={{ width: 180 }} />
            <Chooser
              label={t('tier')}
              value={tier}
              options={TEAM_TIERS.map((value) => ({ value, label: t(`common:tier.${value}`) }))}
              onChange={setTier}
            />
            <Chooser
              label={t('state')}
              value={duty}
              options={(['active', 'resting'] as const).map((value) => ({ value, label: t(value) }))}
              onChange={setDuty}
            />
          </>
        }
      />
      {mayWrite && <EditTeam editing={editing} />}
    </>
  )
}

/** The form's choices are asked for when somebody writes. */
function EditTeam({ editing }: { editing: Editing }) {
  return <EditRow form={useTeamForm()} editing={editing} />
}

/** A team can rest and come back: its orders stay with it, and nothing new is sent to it. */
function useBulk(): BulkAction<TeamRow>[] {
  const { t } = useTranslation('teams')
  const { can } = useMe()
  if (!can.includes('team.write')) return []
  return [
    {
      key: 'rest',
      label: t('rest'),
      isFor: ({ active }) => active === true,
      consequence: (count) => t('restConsequence', { count }),
      act: (team) => switchTeam(team, false),
      undo: (team) => switchTeam(team, true),
      isHarsh: true,
    },
    {
      key: 'return',
      label: t('return'),
      isFor: ({ active }) => active === false,
      consequence: (count) => t('returnConsequence', { count }),
      act: (team) => switchTeam(team, true),
      undo: (team) => switchTeam(team, false),
    },
  ]
}

function useColumns(onEdit: (documentId: string) => void): Column<TeamRow>[] {
  const { t } = useTranslation(['teams', 'common'])
  const siteName = useSiteName()
  const isOwn = useIsOwn()
  const mayWrite = useMe().can.includes('team.write')
  const actions: Column<TeamRow> = {
    key: 'act',
    title: t('actions'),
    isAction: true,
    render: ({ documentId, name, siteCode }) =>
      isOwn(siteCode) && <EditButton name={name} onClick={() => onEdit(documentId)} />,
  }
  const inHand = useQuery(inHandQuery())
  const loadOf = (code: string) => (inHand.data ?? []).filter(({ team }) => team?.code === code).length
  return [
    {
      key: 'name',
      title: t('name'),
      sortBy: 'name',
      text: ({ name }) => name,
      render: (team) => <Link to={`/teams/${team.documentId}`}>{team.name}</Link>,
    },
    { key: 'code', title: t('code'), sortBy: 'code', isExtra: true, render: ({ code }) => code },
    { key: 'site', title: t('site'), sortBy: 'siteCode', render: (team) => siteName(team.siteCode) },
    { key: 'tier', title: t('tier'), sortBy: 'tier', render: (team) => t(`common:tier.${team.tier}`) },
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
      key: 'leader',
      title: t('leader'),
      isExtra: true,
      render: ({ leaderUsername }) => leaderUsername ?? t('common:none'),
    },
    {
      key: 'active',
      title: t('state'),
      sortBy: 'active',
      render: (team) => (team.active === undefined ? '' : t(team.active === false ? 'resting' : 'active')),
    },
    ...(mayWrite ? [actions] : []),
  ]
}
