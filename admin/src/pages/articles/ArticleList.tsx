import { PlusOutlined, SettingOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { NewsDeskView } from '@practice/access/contracts'
import { Button, Flex } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useMe } from '../../app/me'
import { EmptyState } from '../../components/EmptyState'
import { ListTabs } from '../../components/ListTabs'
import { Opening } from '../../components/Opening'
import { PageHeader } from '../../components/PageHeader'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { Pager } from '../../components/Pager'
import { RefusalAlert } from '../../components/RefusalAlert'
import { SearchInput } from '../../components/SearchInput'
import { useIsPhone } from '../../components/useIsPhone'
import { SiteSelect } from '../../directory/SiteSelect'
import { ArticleLines } from './ArticleLines'
import type { Standing } from './article'
import { PAGE_SIZE, articlesQuery, newsDeskQuery, publishedCountQuery } from './queries'
import type { ArticleSelection } from './queries'

const NewsSettingsDialog = lazy(() => import('./NewsSettingsDialog'))

const STANDINGS: readonly Standing[] = ['draft', 'submitted', 'returned', 'approved', 'scheduled', 'published']
const VILLAGE_LENGTH = 12

/** What the address says of the list: `tab`, `q`, `site`, `from=below` and `page`. */
function useListAddress() {
  const [params, setParams] = useSearchParams()
  const me = useMe()
  const isBelow = params.get('from') === 'below'
  const selection: ArticleSelection = {
    standing: STANDINGS.find((known) => known === params.get('tab')) ?? 'draft',
    search: params.get('q') ?? '',
    site: isBelow ? null : params.get('site'),
    below: isBelow ? (me.site?.code ?? null) : null,
    page: Math.max(1, Math.floor(Number(params.get('page')) || 1)),
  }
  /** Any other choice begins at the first page. */
  function set(said: Readonly<Record<string, string | null>>, replace = false): void {
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
    )
  }
  return { selection, isBelow, set }
}

/** Articles by where they stand, what towns and villages have sent in among them. */
export function ArticleList() {
  const { t } = useTranslation('articles')
  const isPhone = useIsPhone()
  const me = useMe()
  const { selection, isBelow, set } = useListAddress()
  const list = useQuery(articlesQuery(selection))
  const desk = useQuery(newsDeskQuery())
  const published = useQuery(publishedCountQuery())
  const isEditor = me.can.includes('article.publish')
  const hasSitesBelow = (me.site?.code.length ?? VILLAGE_LENGTH) < VILLAGE_LENGTH
  const isNarrowed = selection.search !== '' || selection.site !== null || isBelow
  const page = list.data

  return (
    <>
      <PageHeader
        title={t('title')}
        hint={isEditor ? undefined : t('draftOnly')}
        actions={
          <>
            {isEditor && <SettingsButton />}
            <Button href="/news" target="_blank" rel="noreferrer">
              {t('readerPage')}
            </Button>
            <Link to="/articles/new">
              <Button type="primary" icon={<PlusOutlined />} tabIndex={-1}>
                {t('write')}
              </Button>
            </Link>
          </>
        }
      />
      <ListTabs
        label={t('tabs')}
        current={selection.standing}
        drops={['from']}
        items={STANDINGS.map((standing) => {
          const state = t(`state.${standing}`)
          const count = countOf(standing, desk.data, published.data)
          return { key: standing, label: count === undefined ? state : t('tab', { state, count }) }
        })}
      />
      <Flex wrap gap={12} style={{ marginBottom: 16 }}>
        <SearchInput
          label={t('search')}
          value={selection.search}
          style={{ width: isPhone ? '100%' : 280 }}
          onSearch={(search) => set({ q: search }, true)}
        />
        {hasSitesBelow && !isBelow && (
          <SiteSelect
            label={t('filterSite')}
            isClearable
            value={selection.site}
            style={{ width: isPhone ? '100%' : 220 }}
            onChange={(site) => set({ site })}
          />
        )}
        {hasSitesBelow && selection.standing === 'submitted' && (
          <Button
            type={isBelow ? 'default' : 'dashed'}
            aria-pressed={isBelow}
            onClick={() => set({ from: isBelow ? null : 'below', site: null })}
          >
            {t('fromBelow', { count: desk.data?.counts.submittedFromBelow ?? 0 })}
          </Button>
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
          title={t(isNarrowed ? 'empty.search' : `empty.${selection.standing}`)}
          hint={isNarrowed ? undefined : t(`emptyHint.${selection.standing}`)}
        />
      )}
      {page !== undefined && page.data.length > 0 && (
        <ArticleLines articles={page.data} standing={selection.standing} />
      )}
      {page !== undefined && page.meta.pagination.total > PAGE_SIZE && (
        <Pager
          align="center"
          style={{ marginTop: 16 }}
          current={selection.page}
          pageSize={PAGE_SIZE}
          total={page.meta.pagination.total}
          onChange={(next) => set({ page: next === 1 ? null : String(next) })}
        />
      )}
    </>
  )
}

/** How many articles a tab holds, `undefined` until that is known. */
function countOf(
  standing: Standing,
  desk: NewsDeskView | undefined,
  published: number | undefined,
): number | undefined {
  if (standing === 'published') return published
  return desk?.counts[standing === 'draft' ? 'drafts' : standing]
}

function SettingsButton() {
  const { t } = useTranslation('articles')
  const isPhone = useIsPhone()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button icon={<SettingOutlined />} aria-label={t('settings.open')} onClick={() => setIsOpen(true)}>
        {!isPhone && t('settings.open')}
      </Button>
      {isOpen && (
        <Opening>
          <NewsSettingsDialog onClose={() => setIsOpen(false)} />
        </Opening>
      )}
    </>
  )
}
