import { PlusOutlined } from '@ant-design/icons'
import { isWithin } from '@practice/kernel'
import { useQueries, useQuery } from '@tanstack/react-query'
import { Button, Flex, Select, Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { sitesQuery } from '../../api/directory'
import { useMe } from '../../app/me'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { Pager } from '../../components/Pager'
import { RefusalAlert } from '../../components/RefusalAlert'
import { SearchInput } from '../../components/SearchInput'
import { useIsPhone } from '../../components/useIsPhone'
import { ArticleLines } from './ArticleLines'
import type { ArticleState } from './article'
import { PAGE_SIZE, articlesQuery, countQuery } from './queries'

const STATES: readonly ArticleState[] = ['draft', 'scheduled', 'published']

/** What the address says of the list. */
function useListAddress() {
  const [params, setParams] = useSearchParams()
  const state = STATES.find((known) => known === params.get('tab')) ?? 'draft'
  return {
    selection: {
      state,
      search: params.get('q') ?? '',
      site: params.get('site'),
      page: Math.max(1, Math.floor(Number(params.get('page')) || 1)),
    },
    /** Any other choice begins at the first page. */
    set: (said: Readonly<Record<string, string | null>>, replace = false) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before)
          next.delete('page')
          for (const [name, value] of Object.entries(said)) {
            if (value === null || value === '') next.delete(name)
            else next.set(name, value)
          }
          return next
        },
        { replace },
      ),
  }
}

/** Drafts, scheduled and published articles. */
export function ArticleList() {
  const { t } = useTranslation('articles')
  const isPhone = useIsPhone()
  const me = useMe()
  const { selection, set } = useListAddress()
  const list = useQuery(articlesQuery(selection))
  const counts = useQueries({ queries: STATES.map(countQuery) })
  const sites = useQuery(sitesQuery())
  const own = (sites.data ?? []).filter(({ code }) => me.site !== null && isWithin(code, me.site.code))
  const page = list.data

  return (
    <>
      <PageHeader
        title={t('title')}
        hint={me.can.includes('article.publish') ? undefined : t('draftOnly')}
        actions={
          <>
            <a href="/news" target="_blank" rel="noreferrer">
              <Button>{t('readerPage')}</Button>
            </a>
            <Link to="/articles/new">
              <Button type="primary" icon={<PlusOutlined />}>
                {t('write')}
              </Button>
            </Link>
          </>
        }
      />
      <Tabs
        activeKey={selection.state}
        onChange={(tab) => set({ tab })}
        items={STATES.map((state, index) => ({
          key: state,
          label: (
            <span className="num">{t('tab', { state: t(`state.${state}`), count: counts[index]?.data ?? 0 })}</span>
          ),
        }))}
      />
      <Flex wrap gap={12} style={{ marginBottom: 16 }}>
        <SearchInput
          label={t('search')}
          value={selection.search}
          style={{ width: isPhone ? '100%' : 280 }}
          onSearch={(search) => set({ q: search }, true)}
        />
        {own.length > 1 && (
          <Select
            allowClear
            showSearch
            optionFilterProp="label"
            aria-label={t('filterSite')}
            placeholder={t('filterSite')}
            value={selection.site}
            style={{ width: isPhone ? '100%' : 200 }}
            options={own.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(site: string | undefined) => set({ site: site ?? null })}
          />
        )}
      </Flex>
      {list.isError && (
        <RefusalAlert
          error={list.error}
          action={<Button onClick={() => void list.refetch()}>{t('common:action.retry')}</Button>}
        />
      )}
      {page === undefined && !list.isError && <RowsSkeleton />}
      {page !== undefined && page.data.length === 0 && (
        <EmptyState
          title={t(selection.search === '' && selection.site === null ? `empty.${selection.state}` : 'empty.search')}
          hint={selection.search === '' && selection.site === null ? t(`emptyHint.${selection.state}`) : undefined}
        />
      )}
      {page !== undefined && page.data.length > 0 && <ArticleLines articles={page.data} state={selection.state} />}
      {page !== undefined && page.meta.pagination.total > PAGE_SIZE && (
        <Flex justify="center" style={{ marginTop: 16 }}>
          <Pager
            current={selection.page}
            pageSize={PAGE_SIZE}
            total={page.meta.pagination.total}
            onChange={(next) => set({ page: next === 1 ? null : String(next) })}
          />
        </Flex>
      )}
    </>
  )
}
