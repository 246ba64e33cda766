import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/me'
import type { RowForm } from '../../directory/forms/spec'

/** What a venue may be for: the content type's own list. */
export const USES = [
  'exhibition-hall',
  'volunteer-training',
  'drug-education',
  'culture-corridor',
  'after-school',
  'fitness',
  'other',
] as const

const AREA_MAX = 1_000_000
const DIGITS = 2

/** What the center and the towns write of a venue. */
export function useVenueForm(): RowForm {
  const { t } = useTranslation('venues')
  const { site } = useMe()
  return {
    resource: 'venues',
    titles: { add: t('add'), edit: t('edit') },
    fields: [
      { name: 'name', label: t('name'), kind: 'text', isRequired: true },
      {
        name: 'use',
        label: t('use'),
        kind: 'choice',
        isRequired: true,
        options: USES.map((value) => ({ value, label: t(`uses.${value}`) })),
      },
      { name: 'site', label: t('site'), kind: 'site', isRequired: true, isFixed: true },
      { name: 'area', label: t('area'), kind: 'number', max: AREA_MAX, hint: t('areaUnit') },
      { name: 'department', label: t('department'), kind: 'text' },
    ],
    code: { column: 'code', prefixOf: ({ site: chosen }) => `${String(chosen)}-V`, digits: DIGITS },
    begun: { site: site?.code ?? null },
    valuesOf: ({ name, use, area, department, siteCode }) => ({ name, use, area, department, site: siteCode }),
    removal: 'restorable',
  }
}
