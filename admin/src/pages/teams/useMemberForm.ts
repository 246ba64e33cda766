import { useTranslation } from 'react-i18next'
import type { RowForm } from '../../directory/forms/spec'

const YEAR_MIN = 1900
const YEAR_MAX = 2100
const DIGITS = 3

/** What is written of a volunteer: by the team's leader, its town and the center. */
export function useMemberForm(teamCode: string): RowForm {
  const { t } = useTranslation('teams')
  return {
    resource: 'volunteers',
    titles: { add: t('addMember'), edit: t('editMember') },
    fields: [
      { name: 'name', label: t('memberName'), kind: 'text', isRequired: true, max: 40 },
      { name: 'phone', label: t('phone'), kind: 'tel', isMasked: true },
      { name: 'birthYear', label: t('birthYear'), kind: 'number', min: YEAR_MIN, max: YEAR_MAX },
      { name: 'guardian', label: t('guardian'), kind: 'text', max: 40, hint: t('guardianHint') },
    ],
    code: { column: 'number', prefixOf: () => `${teamCode}-`, digits: DIGITS },
    begun: {},
    valuesOf: ({ name, phone, birthYear, guardian }) => ({ name, phone, birthYear, guardian }),
    implied: () => ({ team: teamCode }),
    removal: 'final',
  }
}
