import { useTranslation } from 'react-i18next'
import type { Fault } from './sheet'
import { useFaultText } from './useFaultText'

const SHOWN_MAX = 100

/** What is wrong, cell by cell as the sheet names them; the first hundred, since all of them can be downloaded. */
export function Faults({ faults }: { faults: readonly Fault[] }) {
  const { t } = useTranslation('import-records')
  const textOf = useFaultText()
  return (
    <>
      <table className="import-faults" aria-label={t('faults')}>
        <thead>
          <tr>
            <th scope="col">{t('column.cell')}</th>
            <th scope="col">{t('column.column')}</th>
            <th scope="col">{t('column.what')}</th>
          </tr>
        </thead>
        <tbody>
          {faults.slice(0, SHOWN_MAX).map((fault) => (
            <tr key={`${fault.cell}:${fault.code}`}>
              <th scope="row" className="num">
                {fault.cell}
              </th>
              <td>{fault.column}</td>
              <td>{textOf(fault)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {faults.length > SHOWN_MAX && <p>{t('moreFaults', { count: faults.length - SHOWN_MAX })}</p>}
    </>
  )
}
