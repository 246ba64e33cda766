import { SearchOutlined } from '@ant-design/icons'
import { useList } from '@refinedev/core'
import type { CrudFilter } from '@refinedev/core'
import { keepPreviousData } from '@tanstack/react-query'
import { Button, Flex, Input } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { DataTable } from '../components/DataTable'
import type { Column } from '../components/DataTable'
import { EmptyState } from '../components/EmptyState'
import { RowsSkeleton } from '../components/PageSkeleton'
import { Pager } from '../components/Pager'
import { RefusalAlert } from '../components/RefusalAlert'

interface DirectoryListProps<Row> {
  /** The data provider's name of the list. */
  resource: string
  /** Read out as the table's name. */
  label: string
  columns: readonly Column<Row>[]
  /** Columns of text that the search looks into; without any there is no search. */
  searchIn?: readonly string[]
  sortBy: string
  sortOrder?: 'asc' | 'desc'
  /** Conditions that always hold. */
  filters?: CrudFilter[]
  /** What stands there when there are no rows. */
  empty: string
  /** More choosers beside the search. */
  choosers?: ReactNode
  /** What tells rows apart, where they have no `documentId`. */
  keyOf?: (row: Row) => string
}

const PAGE_SIZE = 20

/** A list of master data: searched and paged by the server, search and page kept in the address. */
export function DirectoryList<Row extends { documentId?: string }>(props: DirectoryListProps<Row>) {
  const { t } = useTranslation('common')
  const [params, setParams] = useSearchParams()
  const searched = params.get('q') ?? ''
  const page = Math.max(1, Number(params.get('page') ?? 1) || 1)
  const { result, query } = useList<Row>({
    resource: props.resource,
    pagination: { currentPage: page, pageSize: PAGE_SIZE },
    sorters: [{ field: props.sortBy, order: props.sortOrder ?? 'asc' }],
    filters: [...(props.filters ?? []), ...searchFilter(props.searchIn ?? [], searched)],
    queryOptions: { placeholderData: keepPreviousData },
  })
  const change = (key: 'q' | 'page', value: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before)
      if (value === '') next.delete(key)
      else next.set(key, value)
      if (key === 'q') next.delete('page')
      return next
    })

  return (
    <Flex vertical gap={12}>
      <Flex wrap gap={8}>
        {(props.searchIn ?? []).length > 0 && (
          <SearchField key={searched} value={searched} onSearch={(text) => change('q', text)} />
        )}
        {props.choosers}
      </Flex>
      {query.isLoading && <RowsSkeleton />}
      <RefusalAlert
        error={query.error}
        action={
          <Button size="small" onClick={() => void query.refetch()}>
            {t('action.retry')}
          </Button>
        }
      />
      {query.isSuccess && result.data.length === 0 && (
        <EmptyState title={searched === '' ? props.empty : t('search.none', { searched })} />
      )}
      {result.data.length > 0 && (
        <DataTable
          label={props.label}
          columns={props.columns}
          rows={result.data}
          keyOf={props.keyOf ?? ((row) => row.documentId ?? '')}
        />
      )}
      {(result.total ?? 0) > PAGE_SIZE && (
        <Pager
          align="end"
          current={page}
          pageSize={PAGE_SIZE}
          total={result.total ?? 0}
          showTotal={(count) => t('search.total', { count })}
          onChange={(next) => change('page', next === 1 ? '' : String(next))}
        />
      )}
    </Flex>
  )
}

function searchFilter(fields: readonly string[], searched: string): CrudFilter[] {
  if (searched === '' || fields.length === 0) return []
  return [{ operator: 'or', value: fields.map((field) => ({ field, operator: 'contains', value: searched })) }]
}

interface SearchFieldProps {
  value: string
  onSearch: (text: string) => void
}

function SearchField({ value, onSearch }: SearchFieldProps) {
  const { t } = useTranslation('common')
  const [typed, setTyped] = useState(value)
  return (
    <Input
      allowClear
      prefix={<SearchOutlined />}
      aria-label={t('search.label')}
      placeholder={t('search.label')}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value)
        if (event.target.value === '') onSearch('')
      }}
      onPressEnter={() => onSearch(typed.trim())}
      onBlur={() => {
        if (typed.trim() !== value) onSearch(typed.trim())
      }}
      style={{ maxWidth: 320 }}
    />
  )
}
