import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CellView } from './matrix-model'

/** What stands in a cell: colour never alone. */
export function signOf(mark: CellView['mark'], isOffered: boolean): string {
  if (mark === 'off') return '✕'
  return isOffered ? '✓' : '–'
}

/** The class names of a cell, see `matrix.css`. */
export function classOf(view: Pick<CellView, 'mark' | 'hasDetails' | 'isPending'>): string {
  return [
    'cell',
    `cell-${view.mark}`,
    ...(view.hasDetails ? ['cell-details'] : []),
    ...(view.isPending ? ['cell-pending'] : []),
  ].join(' ')
}

/** A cell in words, for screen readers and on hover. */
export function useCellWords(): (view: Pick<CellView, 'mark' | 'isOffered' | 'hasDetails'>) => string {
  const { t } = useTranslation('offerings')
  return ({ mark, isOffered, hasDetails }) => {
    const state = t(`words.${mark === 'inherited' ? 'inherited' : 'own'}${isOffered ? 'On' : 'Off'}`)
    return hasDetails ? t('words.withDetails', { state }) : state
  }
}

interface CellProps extends CellView {
  itemCode: string
  itemName: string
  siteName: string
  isActive: boolean
}

/** One cell. What clicking and keys do is heard by the matrix, once for all cells. */
export const Cell = memo(function Cell({ itemCode, itemName, siteName, isActive, ...view }: CellProps) {
  const { t } = useTranslation('offerings')
  const words = useCellWords()
  const label = t('words.at', { site: siteName, item: itemName, state: words(view) })
  return (
    <button
      type="button"
      className={classOf(view)}
      data-item={itemCode}
      data-site={view.siteCode}
      tabIndex={isActive ? 0 : -1}
      aria-label={label}
      title={label}
    >
      {signOf(view.mark, view.isOffered)}
    </button>
  )
})
