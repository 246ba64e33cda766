import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/me'
import type { RowForm } from '../../directory/forms/spec'

const DIGITS = 3

/** What a village writes of a household. Its code begins with the village's, and its numbers are masked when read. */
export function useHouseholdForm(): RowForm {
  const { t } = useTranslation('households')
  const { site } = useMe()
  const village = site?.code ?? ''
  return {
    resource: 'households',
    titles: { add: t('add'), edit: t('edit') },
    fields: [
      { name: 'name', label: t('head'), kind: 'text', isRequired: true, max: 40 },
      { name: 'phone', label: t('phone'), kind: 'tel', isMasked: true },
      { name: 'idNumber', label: t('idNumber'), kind: 'idNumber', isMasked: true },
      { name: 'address', label: t('address'), kind: 'long' },
      { name: 'members', label: t('members'), kind: 'members' },
    ],
    code: { column: 'code', prefixOf: () => `${village}-H`, digits: DIGITS },
    begun: { members: [] },
    valuesOf: ({ name, phone, idNumber, address, members }) => ({
      ...{ name, phone, idNumber, address },
      members: members ?? [],
    }),
    implied: () => ({ site: village }),
    removal: 'final',
  }
}
