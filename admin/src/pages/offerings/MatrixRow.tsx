import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Cell } from './Cell'
import { sameCells } from './matrix-model'
import type { CellView, Column } from './matrix-model'
import type { ItemRow } from './setting'

interface MatrixRowProps {
  item: ItemRow
  columns: readonly Column[]
  cells: readonly CellView[]
  /** The site whose cell the Tab key reaches, when it is in this row. */
  activeSite: string | null
}

/** An item's row; drawn again only when one of its own cells has changed. */
export const MatrixRow = memo(
  function MatrixRow({ item, columns, cells, activeSite }: MatrixRowProps) {
    const { t } = useTranslation('offerings')
    const below = cells.filter((_, index) => columns[index]?.isOwn === false)
    const offered = below.filter((cell) => cell.isOffered).length
    return (
      <tr>
        <th scope="row" className="matrix-item">
          <div className="matrix-item-row">
            <span className="matrix-item-name">
              {item.name} <span className="matrix-quiet num">{item.code}</span>
            </span>
            <span className="matrix-quiet num" title={t('matrix.offeredBy', { count: offered, all: below.length })}>
              {t('matrix.share', { count: offered, all: below.length })}
            </span>
          </div>
        </th>
        {cells.map((cell, index) => (
          <td key={cell.siteCode} className={columns[index]?.isOwn === true ? 'matrix-own' : undefined}>
            <Cell
              {...cell}
              itemCode={item.code}
              itemName={item.name}
              siteName={columns[index]?.name ?? cell.siteCode}
              isActive={activeSite === cell.siteCode}
            />
          </td>
        ))}
      </tr>
    )
  },
  (before, after) =>
    before.item === after.item &&
    before.columns === after.columns &&
    before.activeSite === after.activeSite &&
    sameCells(before.cells, after.cells),
)
