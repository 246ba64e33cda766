import { Button, Flex, Segmented, Select } from 'antd'
import { lazy, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { EmptyState } from '../../components/EmptyState'
import { Opening } from '../../components/Opening'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { SearchInput } from '../../components/SearchInput'
import { useIsPhone } from '../../components/useIsPhone'
import { Legend } from './Legend'
import { Matrix } from './Matrix'
import { FailureLine, StatusLine } from './StatusLine'
import { VillageList } from './VillageList'
import { groupsOf, settingAt } from './matrix-model'
import type { Column, Narrowing } from './matrix-model'
import { nextOf } from './setting'
import type { CellRef } from './setting'
import { useOfferings } from './useOfferings'

const SettingPanel = lazy(() => import('./SettingPanel').then((module) => ({ default: module.SettingPanel })))

const NARROWINGS: readonly Narrowing[] = ['all', 'own', 'off']

interface OfferingsBoardProps {
  columns: readonly Column[]
  parentCode: string | null
  parentName: string
}

/** What the address says beside the site: search, narrowing, the site shown on a phone, and the open setting. */
function useBoardAddress() {
  const [params, setParams] = useSearchParams()
  const set = (said: Readonly<Record<string, string | null>>, options?: { replace: boolean }) =>
    setParams((before) => {
      const next = new URLSearchParams(before)
      for (const [name, value] of Object.entries(said)) {
        if (value === null || value === '') next.delete(name)
        else next.set(name, value)
      }
      return next
    }, options)
  return {
    search: params.get('q') ?? '',
    narrowing: NARROWINGS.find((narrowing) => narrowing === params.get('show')) ?? 'all',
    village: params.get('village'),
    open: { itemCode: params.get('item'), siteCode: params.get('at') },
    set,
  }
}

/** Gives the focus back to the cell whose setting was closed, which on a phone also scrolls to where one was. */
function useFocusAfter(open: { itemCode: string | null; siteCode: string | null } | null): void {
  const last = useRef<typeof open>(null)
  useEffect(() => {
    const closed = open === null ? last.current : null
    last.current = open
    if (closed === null) return
    const cell = `button[data-item="${CSS.escape(closed.itemCode ?? '')}"][data-site="${CSS.escape(closed.siteCode ?? '')}"]`
    document.querySelector<HTMLButtonElement>(cell)?.focus()
  })
}

/** The matrix of a site, or on a phone the list of one of its columns, with the setting that is open. */
export function OfferingsBoard({ columns, parentCode, parentName }: OfferingsBoardProps) {
  const { t } = useTranslation('offerings')
  const isPhone = useIsPhone()
  const desk = useOfferings(columns, parentCode)
  const address = useBoardAddress()
  const groups = useMemo(
    () => groupsOf(desk.items, desk.categories, address.search),
    [desk.items, desk.categories, address.search],
  )
  const openItem = desk.items.find(({ code }) => code === address.open.itemCode)
  const openColumn = columns.find(({ code }) => code === address.open.siteCode)
  useFocusAfter(openItem === undefined ? null : address.open)
  const column = columns.find(({ code }) => code === address.village) ?? columns[1] ?? columns[0]

  if (desk.error !== null) {
    return (
      <RefusalAlert error={desk.error} action={<Button onClick={desk.reload}>{t('common:action.retry')}</Button>} />
    )
  }
  if (!desk.isReady || column === undefined) return <RowsSkeleton rows={10} />

  const open = ({ itemCode, siteCode }: CellRef) => address.set({ item: itemCode, at: siteCode })
  const cycle = (cell: CellRef) =>
    desk.switchTo(cell, nextOf(settingAt(desk.offerings, cell.siteCode, cell.itemCode).enabled))
  const panel = openItem !== undefined && openColumn !== undefined && (
    <Opening>
      <SettingPanel
        desk={desk}
        item={openItem}
        column={openColumn}
        parentName={parentName}
        onClose={() => address.set({ item: null, at: null })}
      />
    </Opening>
  )
  if (isPhone && panel !== false) return panel

  const list = { offerings: desk.offerings, groups, narrowing: address.narrowing, onOpen: open }
  return (
    <Flex vertical gap={12}>
      <Flex wrap gap={12} align="center">
        {isPhone && (
          <Select
            aria-label={t('village')}
            value={column.code}
            style={{ width: '100%' }}
            options={columns.map(({ code, name, isOwn }) => ({
              value: code,
              label: isOwn ? t('wholeSite', { site: name }) : name,
            }))}
            onChange={(code) => address.set({ village: code }, { replace: true })}
          />
        )}
        <SearchInput
          label={t('search')}
          value={address.search}
          style={{ width: isPhone ? '100%' : 260 }}
          onSearch={(search) => address.set({ q: search }, { replace: true })}
        />
        <Segmented
          block={isPhone}
          style={isPhone ? { width: '100%' } : {}}
          value={address.narrowing}
          options={NARROWINGS.map((narrowing) => ({ value: narrowing, label: t(`narrowing.${narrowing}`) }))}
          onChange={(narrowing) => address.set({ show: narrowing === 'all' ? null : narrowing }, { replace: true })}
        />
        {desk.failure === null && <StatusLine desk={desk} />}
      </Flex>
      <FailureLine desk={desk} />
      {!isPhone && <Legend />}
      {groups.length === 0 ? (
        <EmptyState title={t('nothingFound')} hint={t('nothingFoundHint', { search: address.search })} />
      ) : isPhone ? (
        <VillageList {...list} column={column} onSwitch={desk.switchTo} />
      ) : (
        <Matrix {...list} onCycle={cycle} />
      )}
      {panel}
    </Flex>
  )
}
