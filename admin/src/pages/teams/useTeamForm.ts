import { tierOf } from '@practice/kernel'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { loadAll, teamsQuery } from '../../api/directory'
import { useMe } from '../../app/me'
import type { RowForm } from '../../directory/forms/spec'

const CAPACITY_USUAL = 5
const CAPACITY_MAX = 1000
const DIGITS = 2

interface OrganisationName {
  code: string
  name: string
}

/** What the center and the towns write of a team. Its tier is its site's. */
export function useTeamForm(): RowForm {
  const { t } = useTranslation('teams')
  const { site } = useMe()
  const teams = useQuery(teamsQuery())
  const organisations = useQuery({
    queryKey: ['directory', 'organisations'],
    queryFn: () => loadAll<OrganisationName>('/organisations', { fields: ['code', 'name'], sort: ['code'] }),
  })
  const skills = [...new Set((teams.data ?? []).flatMap((team) => team.skills ?? []))].sort()
  return {
    resource: 'teams',
    titles: { add: t('add'), edit: t('edit') },
    fields: [
      { name: 'name', label: t('name'), kind: 'text', isRequired: true },
      { name: 'site', label: t('site'), kind: 'site', isRequired: true, isFixed: true },
      {
        name: 'skills',
        label: t('skills'),
        kind: 'words',
        options: skills.map((skill) => ({ value: skill, label: skill })),
        hint: t('skillsHint'),
      },
      { name: 'capacity', label: t('capacity'), kind: 'number', isRequired: true, max: CAPACITY_MAX },
      {
        name: 'organisation',
        label: t('organisation'),
        kind: 'choice',
        options: (organisations.data ?? []).map(({ code, name }) => ({ value: code, label: name })),
      },
      { name: 'active', label: t('onDuty'), kind: 'switch' },
    ],
    code: { column: 'code', prefixOf: ({ site: chosen }) => `${String(chosen)}-T`, digits: DIGITS },
    begun: { site: site?.code ?? null, skills: [], capacity: CAPACITY_USUAL, active: true },
    valuesOf: ({ name, siteCode, skills: known, capacity, organisationCode, active }) => ({
      ...{ name, capacity, active, site: siteCode },
      skills: known ?? [],
      organisation: organisationCode,
    }),
    implied: ({ site: chosen }) => ({ tier: typeof chosen === 'string' ? tierOf(chosen) : null }),
    removal: 'final',
  }
}
