import { useTranslation } from 'react-i18next'
import { useIsPhone } from '../../components/useIsPhone'

interface FigureTableProps<Row> {
  /** Read out as the table's name. */
  label: string
  /** The first one names the row, the others are figures. */
  columns: readonly { title: string; cell: (row: Row) => string | number }[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
}

/** The figures of a drawing, for those who cannot see it or want to copy them: folded away beside it, open on a phone. */
export function FigureTable<Row>({ label, columns, rows, keyOf }: FigureTableProps<Row>) {
  const { t } = useTranslation('points')
  const isPhone = useIsPhone()
  const [name, ...figures] = columns
  return (
    <details className="points-details" open={isPhone}>
      <summary>{t('asTable')}</summary>
      <table className="points-table" aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">{name?.cell(row)}</th>
              {figures.map(({ title, cell }) => (
                <td key={title} className="num">
                  {cell(row).toLocaleString()}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
