import { RightOutlined } from '@ant-design/icons'
import { Button, Flex, Switch, Typography, theme } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCellWords } from './Cell'
import { cellsOf, inheritedAt, isWanted } from './matrix-model'
import type { CellView, Column, Group, Narrowing, Offerings } from './matrix-model'
import { switched } from './setting'
import type { CellRef, ItemRow } from './setting'

interface VillageListProps {
  offerings: Offerings
  column: Column
  groups: readonly Group[]
  narrowing: Narrowing
  onSwitch: (cell: CellRef, enabled: boolean | null) => void
  onOpen: (cell: CellRef) => void
}

/** The matrix on a phone: the items of one site as cards with switches. */
export function VillageList({ offerings, column, groups, narrowing, onSwitch, onOpen }: VillageListProps) {
  const { t } = useTranslation('offerings')
  const shown = useMemo(() => {
    const only: Offerings = {
      ...offerings,
      columns: offerings.columns.filter(({ isOwn, code }) => isOwn || code === column.code),
    }
    return groups
      .map((group) => ({
        ...group,
        rows: group.items
          .map((item) => ({ item, cell: cellsOf(only, item).find(({ siteCode }) => siteCode === column.code) }))
          .filter(
            (row): row is { item: ItemRow; cell: CellView } =>
              row.cell !== undefined && isWanted([row.cell], narrowing),
          ),
      }))
      .filter(({ rows }) => rows.length > 0)
  }, [offerings, column, groups, narrowing])

  return (
    <Flex vertical gap={16}>
      {shown.map(({ code, name, rows }) => (
        <section key={code} aria-label={name}>
          <Typography.Title level={2} style={{ fontSize: 16, margin: '0 0 8px' }}>
            {name} <Typography.Text type="secondary">{t('matrix.items', { count: rows.length })}</Typography.Text>
          </Typography.Title>
          <Flex vertical gap={8}>
            {rows.map(({ item, cell }) => (
              <ItemCard
                key={item.code}
                item={item}
                cell={cell}
                onSwitch={(isOn) => {
                  const inherited = inheritedAt(offerings, column, item)
                  onSwitch({ siteCode: column.code, itemCode: item.code }, switched(isOn, inherited.enabled))
                }}
                onOpen={() => onOpen({ siteCode: column.code, itemCode: item.code })}
              />
            ))}
          </Flex>
        </section>
      ))}
    </Flex>
  )
}

interface ItemCardProps {
  item: ItemRow
  cell: CellView
  onSwitch: (isOn: boolean) => void
  onOpen: () => void
}

function ItemCard({ item, cell, onSwitch, onOpen }: ItemCardProps) {
  const { t } = useTranslation('offerings')
  const { token } = theme.useToken()
  const words = useCellWords()
  return (
    <Flex
      align="center"
      gap={8}
      style={{
        padding: '4px 12px 4px 16px',
        background: token.colorBgContainer,
        border: `1px solid ${token.colorBorderSecondary}`,
        borderRadius: token.borderRadius,
      }}
    >
      <Button
        type="text"
        data-item={item.code}
        data-site={cell.siteCode}
        onClick={onOpen}
        style={{ flex: 1, minWidth: 0, height: 'auto', minHeight: 56, padding: 0, justifyContent: 'flex-start' }}
      >
        <Flex vertical align="flex-start" style={{ minWidth: 0, textAlign: 'start', whiteSpace: 'normal' }}>
          <span>{item.name}</span>
          <Typography.Text type="secondary" style={{ fontSize: 13 }}>
            {words(cell)} <RightOutlined style={{ fontSize: 11 }} />
          </Typography.Text>
        </Flex>
      </Button>
      <Flex align="center" justify="center" style={{ minWidth: 52, minHeight: 44 }}>
        <Switch checked={cell.isOffered} onChange={onSwitch} aria-label={t('card.switch', { item: item.name })} />
      </Flex>
    </Flex>
  )
}
