import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { theme } from 'antd'
import { useMemo, useState } from 'react'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { useTones } from '../../theme/useTones'
import { MatrixRow } from './MatrixRow'
import { cellsOf, isWanted } from './matrix-model'
import type { CellView, Group, Narrowing, Offerings } from './matrix-model'
import type { CellRef, ItemRow } from './setting'
import { useCellEvents } from './useCellEvents'
import './matrix.css'

interface MatrixProps {
  offerings: Offerings
  groups: readonly Group[]
  narrowing: Narrowing
  onCycle: (cell: CellRef) => void
  onOpen: (cell: CellRef) => void
}

interface ShownGroup {
  code: string
  name: string
  rows: { item: ItemRow; cells: CellView[] }[]
}

/** The colours of the cells as variables of the stylesheet, so that a thousand cells carry no styles of their own. */
export function useCellColours(): CSSProperties {
  const tones = useTones()
  const { token } = theme.useToken()
  const colours: Record<`--${string}`, string> = {
    '--cell-on-text': tones.done.text,
    '--cell-on-ground': tones.done.ground,
    '--cell-on-solid': tones.done.solid,
    '--cell-off-text': tones.closed.text,
    '--cell-off-ground': tones.closed.ground,
    '--cell-off-solid': tones.closed.solid,
    '--cell-off-stripe': tones.closed.solid,
    '--cell-details': token.colorLink,
  }
  return colours
}

/** Items by sites, with the head and the first two columns standing still. */
export function Matrix({ offerings, groups, narrowing, onCycle, onOpen }: MatrixProps) {
  const { t } = useTranslation('offerings')
  const colours = useCellColours()
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const { handlers, active } = useCellEvents({ onCycle, onOpen })
  const shown = useMemo(() => shownGroups(offerings, groups, narrowing), [offerings, groups, narrowing])
  const { columns } = offerings
  const first = shown.find(({ code }) => !closed.has(code))?.rows[0]?.item.code
  const isActiveShown = shown.some(
    ({ code, rows }) => !closed.has(code) && rows.some(({ item }) => item.code === active?.itemCode),
  )
  const activeCell = active !== null && isActiveShown ? active : { itemCode: first, siteCode: columns[0]?.code }

  function toggle(code: string): void {
    const next = new Set(closed)
    if (!next.delete(code)) next.add(code)
    setClosed(next)
  }

  return (
    <div className="matrix-frame" style={colours}>
      <table className="matrix" aria-label={t('matrix.label')} {...handlers}>
        <thead>
          <tr>
            <th scope="col" className="matrix-corner">
              {t('matrix.item')}
            </th>
            {columns.map((column) => (
              <th key={column.code} scope="col" className={column.isOwn ? 'matrix-own' : undefined} title={column.name}>
                {column.name}
                {column.isOwn && <div className="matrix-quiet">{t('matrix.wholeSite')}</div>}
              </th>
            ))}
          </tr>
        </thead>
        {shown.map((group) => (
          <tbody key={group.code}>
            <tr className="matrix-group">
              <th scope="rowgroup" colSpan={columns.length + 1}>
                <button type="button" aria-expanded={!closed.has(group.code)} onClick={() => toggle(group.code)}>
                  {closed.has(group.code) ? <RightOutlined /> : <DownOutlined />}
                  {group.name}
                  <span className="matrix-quiet num">{t('matrix.items', { count: group.rows.length })}</span>
                </button>
              </th>
            </tr>
            {!closed.has(group.code) &&
              group.rows.map(({ item, cells }) => (
                <MatrixRow
                  key={item.code}
                  item={item}
                  columns={columns}
                  cells={cells}
                  activeSite={activeCell.itemCode === item.code ? (activeCell.siteCode ?? null) : null}
                />
              ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function shownGroups(offerings: Offerings, groups: readonly Group[], narrowing: Narrowing): ShownGroup[] {
  return groups
    .map(({ code, name, items }) => ({
      code,
      name,
      rows: items
        .map((item) => ({ item, cells: cellsOf(offerings, item) }))
        .filter(({ cells }) => isWanted(cells, narrowing)),
    }))
    .filter(({ rows }) => rows.length > 0)
}
