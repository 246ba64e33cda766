import { tierOf } from '@practice/kernel'
import type { PointsSummary } from '@practice/scoring/contracts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DataTable } from '../../components/DataTable'
import type { Column } from '../../components/DataTable'

type Row = PointsSummary['below'][number]

const FIGURES = ['issued', 'redeemed', 'outstanding', 'pending', 'cards'] as const

/** The sites directly below, those with the most points first; each leads to its own page. */
export function SitesTable({ summary: { site: above, below } }: { summary: PointsSummary }) {
  const { t } = useTranslation('points')
  const columns: Column<Row>[] = [
    { key: 'site', title: t('site'), render: ({ site }) => <Link to={`/points?site=${site.code}`}>{site.name}</Link> },
    ...FIGURES.map((figure) => ({
      key: figure,
      title: t(`column.${figure}`),
      isNumber: true,
      render: (row: Row) => row[figure].toLocaleString(),
    })),
  ]
  // A site without cards has nothing to compare; it is named among those that have not begun.
  const rows = below
    .filter(({ cards }) => cards > 0)
    .sort((one, other) => other.issued - one.issued || one.site.code.localeCompare(other.site.code))
  const others = below.filter(({ cards }) => cards === 0)
  // Cards belong to villages: the practice points below one have none.
  if (below.length === 0 || tierOf(above.code) === 'village') return null
  return (
    <section aria-label={t('below')}>
      <h2 className="points-heading">{t('below')}</h2>
      {rows.length > 0 && (
        <DataTable label={t('below')} columns={columns} rows={rows} keyOf={({ site }) => site.code} />
      )}
      {others.length > 0 && (
        <p className="points-quiet">
          {t('notBegun', {
            count: others.length,
            names: others.map(({ site }) => site.name).join(t('common:form.listSeparator')),
          })}
        </p>
      )}
    </section>
  )
}
