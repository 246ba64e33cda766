import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/me'
import type { RowForm } from '../../directory/forms/spec'

const DIGITS = 2

/** What the center and the towns write of an organisation. */
export function useOrganisationForm(): RowForm {
  const { t } = useTranslation('organisations')
  const { site } = useMe()
  return {
    resource: 'organisations',
    titles: { add: t('add'), edit: t('edit') },
    fields: [
      { name: 'name', label: t('name'), kind: 'text', isRequired: true },
      { name: 'site', label: t('site'), kind: 'site', isRequired: true, isFixed: true },
      { name: 'contactName', label: t('contact'), kind: 'text', max: 40 },
      { name: 'contactPhone', label: t('phone'), kind: 'tel', isMasked: true },
    ],
    code: { column: 'code', prefixOf: ({ site: chosen }) => `${String(chosen)}-O`, digits: DIGITS },
    begun: { site: site?.code ?? null },
    valuesOf: ({ name, contactName, contactPhone, siteCode }) => ({ name, contactName, contactPhone, site: siteCode }),
    removal: 'final',
  }
}
