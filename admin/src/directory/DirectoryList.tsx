import type { KeptList } from '@practice/access/contracts'
import { useList } from '@refinedev/core'
import type { CrudFilter, MetaQuery } from '@refinedev/core'
import { keepPreviousData } from '@tanstack/react-query'
import { Button, Flex, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../components/DataTable'
import type { Column, TableSort } from '../components/DataTable'
import { EmptyState } from '../components/EmptyState'
import { RowsSkeleton } from '../components/PageSkeleton'
import { Pager } from '../components/Pager'
import { RefusalAlert } from '../components/RefusalAlert'
import { SearchInput } from '../components/SearchInput'
import { useIsPhone } from '../components/useIsPhone'
import { BulkBar } from '../lists/BulkBar'
import { ListTools } from '../lists/ListTools'
import { PAGE, SORT, isNarrowed, pageOf, sortOf, sortText } from '../lists/address'
import type { BulkAction } from '../lists/bulk'
import { shownColumns } from '../lists/columns'
import { pagesOf } from '../lists/load-every'
import type { ListSource } from '../lists/load-every'
import { useKeptViews } from '../lists/useKeptViews'
import { useListAddress } from '../lists/useListAddress'
import { usePicked } from '../lists/usePicked'
import { useAddressParam } from '../scoring/record-view/useAddressParam'

interface DirectoryListProps<Row> {
  /** The data provider's name of the list. */
  resource: string
  /** Read out as the table's name, and the name of files that are written of it. */
  label: string
  /** The name under which columns and views are kept; the route has the namespace `lists`. */
  list: KeptList
  columns: readonly Column<Row>[]
  /** Columns of text that the search looks into; without any there is no search. */
  searchIn?: readonly string[]
  sortBy: string
  sortOrder?: 'asc' | 'desc'
  /** Conditions that always hold. */
  filters?: CrudFilter[]
  meta?: MetaQuery
  /** What stands there when there are no rows, and what one does then. */
  empty: string
  emptyHint?: string
  emptyAction?: ReactNode
  /** More choosers beside the search. */
  choosers?: ReactNode
  /** What tells rows apart, where they have no `documentId`. */
  keyOf?: (row: Row) => string
  /** What a row is called where it is spoken of alone. */
  nameOf?: (row: Row) => string
  /** What can be done to several rows. */
  bulk?: readonly BulkAction<Row>[]
  /** How often it is asked for again. */
  refetchInterval?: number | false | (() => number | false)
}

const PAGE_SIZE = 20

/** A list: searched, sorted and paged by the server, all of it in the address; columns and views kept with the account. */
export function DirectoryList<Row extends { documentId?: string }>(props: DirectoryListProps<Row>) {
  const { t } = useTranslation(['common', 'lists'])
  const { params, change } = useListAddress()
  const [searched, search] = useAddressParam<string>('q')
  const page = pageOf(params)
  const keyOf = props.keyOf ?? ((row) => row.documentId ?? '')
  const nameOf = props.nameOf ?? keyOf
  const usual: TableSort = { field: props.sortBy, order: props.sortOrder ?? 'asc' }
  const sort = sortOf(params, props.columns) ?? usual
  const views = useKeptViews(props.list)
  const columns = shownColumns(props.columns, views.kept.columns)
  const source: ListSource = {
    resource: props.resource,
    // Of what is equal, the list's own order decides: rows would stand on two pages otherwise.
    sorters: sort.field === usual.field ? [sort] : [sort, usual],
    filters: [...(props.filters ?? []), ...searchFilter(props.searchIn ?? [], searched ?? '')],
    ...(props.meta === undefined ? {} : { meta: props.meta }),
  }
  const { result, query } = useList<Row>({
    ...source,
    pagination: { currentPage: page, pageSize: PAGE_SIZE },
    queryOptions: { placeholderData: keepPreviousData, refetchInterval: props.refetchInterval ?? false },
  })
  const actions = props.bulk ?? []
  const mayPick = (row: Row) => actions.some(({ isFor }) => isFor(row))
  const picked = usePicked({ mayPick, shown: result.data, keyOf, nameOf })
  const total = result.total ?? 0
  const isEmpty = query.isSuccess && result.data.length === 0
  const narrowed = isNarrowed(params)

  return (
    <Flex vertical gap={12}>
      <div className="list-bar">
        {(props.searchIn ?? []).length > 0 && (
          <SearchInput
            label={t('search.label')}
            value={searched ?? ''}
            onSearch={(text) => search(text.trim())}
            style={{ maxWidth: 240 }}
          />
        )}
        {props.choosers}
        <SortChooser columns={props.columns} sort={sort} onSort={(next) => change({ [SORT]: sortText(next) })} />
        <ListTools
          list={props.list}
          columns={props.columns}
          exported={total === 0 ? null : { name: props.label, columns, load: pagesOf<Row>(source), keyOf }}
        />
      </div>
      {actions.length > 0 && <BulkBar rows={picked.rows} actions={actions} nameOf={nameOf} onClear={picked.clear} />}
      {(query.isLoading || views.isLoading) && <RowsSkeleton />}
      <RefusalAlert
        error={query.error ?? views.error}
        action={
          <Button size="small" onClick={() => void query.refetch()}>
            {t('action.retry')}
          </Button>
        }
      />
      {isEmpty && (
        <EmptyState
          title={emptyTitle()}
          {...(narrowed || props.emptyHint === undefined ? {} : { hint: props.emptyHint })}
          {...(narrowed || props.emptyAction === undefined ? {} : { action: props.emptyAction })}
        />
      )}
      {result.data.length > 0 && !views.isLoading && (
        <div aria-busy={query.isPlaceholderData}>
          <DataTable
            label={props.label}
            columns={columns}
            rows={result.data}
            keyOf={keyOf}
            sort={sort}
            onSort={(next) => change({ [SORT]: sortText(next) })}
            picking={actions.length > 0 ? picked.picking : null}
          />
        </div>
      )}
      {total > PAGE_SIZE && (
        <Pager
          align="end"
          current={page}
          pageSize={PAGE_SIZE}
          total={total}
          showTotal={(count) => t('search.total', { count })}
          onChange={(next) => change({ [PAGE]: next === 1 ? null : String(next) })}
        />
      )}
    </Flex>
  )

  function emptyTitle(): string {
    if (searched !== null && searched !== '') return t('search.none', { searched })
    return narrowed ? t('lists:noneNarrowed') : props.empty
  }
}

function searchFilter(fields: readonly string[], searched: string): CrudFilter[] {
  if (searched === '' || fields.length === 0) return []
  return [{ operator: 'or', value: fields.map((field) => ({ field, operator: 'contains', value: searched })) }]
}

interface SortChooserProps<Row> {
  columns: readonly Column<Row>[]
  sort: TableSort
  onSort: (sort: TableSort) => void
}

/** On a phone there are no heads of columns to sort by. */
function SortChooser<Row>({ columns, sort, onSort }: SortChooserProps<Row>) {
  const { t } = useTranslation('lists')
  const isPhone = useIsPhone()
  const choices = columns.flatMap(({ sortBy, title }) => {
    if (sortBy === undefined) return []
    return (['asc', 'desc'] as const).map((order) => ({
      sort: { field: sortBy, order },
      label: t(`sort.${order}`, { title }),
    }))
  })
  if (!isPhone || choices.length === 0) return null
  return (
    <Select
      className="list-sorts"
      aria-label={t('sort.label')}
      popupMatchSelectWidth={false}
      placeholder={t('sort.label')}
      value={choices.some((choice) => sortText(choice.sort) === sortText(sort)) ? sortText(sort) : null}
      options={choices.map((choice) => ({ value: sortText(choice.sort), label: choice.label }))}
      onChange={(said: string) => {
        const choice = choices.find((one) => sortText(one.sort) === said)
        if (choice !== undefined) onSort(choice.sort)
      }}
    />
  )
}
