import { useQuery } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { EmptyState } from '../../components/EmptyState'
import { ListTabs } from '../../components/ListTabs'
import { PageHeader } from '../../components/PageHeader'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { Pager } from '../../components/Pager'
import { RefusalAlert } from '../../components/RefusalAlert'
import { SearchInput } from '../../components/SearchInput'
import { useIsPhone } from '../../components/useIsPhone'
import { MediaCard } from './MediaCard'
import { WHICH, mediaAmong, mediaOf, picturedQuery } from './media'

const PAGE_SIZE = 24

/** The pictures of all articles: what they show, who agreed to be seen, and where they are used. */
export default function MediaPage() {
  const { t } = useTranslation('media')
  const isPhone = useIsPhone()
  const [params, setParams] = useSearchParams()
  const which = WHICH.find((known) => known === params.get('tab')) ?? 'all'
  const search = params.get('q') ?? ''
  const page = Math.max(1, Math.floor(Number(params.get('page')) || 1))
  const articles = useQuery(picturedQuery())
  const media = useMemo(() => (articles.data === undefined ? null : mediaOf(articles.data)), [articles.data])
  const found = media === null ? [] : mediaAmong(media, which, search)

  /** Any other choice begins at the first page. */
  function set(name: string, value: string, replace = false): void {
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        next.delete('page')
        if (value === '') next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace },
    )
  }

  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <ListTabs
        label={t('tabs')}
        current={which}
        items={WHICH.map((key) => ({
          key,
          label:
            media === null
              ? t(`which.${key}`)
              : t('tab', { which: t(`which.${key}`), count: mediaAmong(media, key, '').length }),
        }))}
      />
      <div style={{ marginBottom: 16 }}>
        <SearchInput
          label={t('search')}
          value={search}
          style={{ width: isPhone ? '100%' : 320 }}
          onSearch={(text) => set('q', text, true)}
        />
      </div>
      {articles.isError && (
        <RefusalAlert
          error={articles.error}
          action={<Button onClick={() => void articles.refetch()}>{t('common:action.retry')}</Button>}
        />
      )}
      {articles.isPending && <RowsSkeleton />}
      {media !== null && found.length === 0 && (
        <EmptyState
          title={t(search === '' ? `empty.${which}` : 'empty.search')}
          hint={search === '' ? t(`emptyHint.${which}`) : undefined}
          action={
            media.length === 0 && (
              <Link to="/articles/new">
                <Button tabIndex={-1}>{t('write')}</Button>
              </Link>
            )
          }
        />
      )}
      <ul
        style={{
          listStyle: 'none',
          margin: 0,
          padding: 0,
          display: 'grid',
          gap: isPhone ? 12 : 16,
          gridTemplateColumns: `repeat(auto-fill, minmax(${isPhone ? 150 : 220}px, 1fr))`,
        }}
      >
        {found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((medium) => (
          <li key={medium.url}>
            <MediaCard medium={medium} />
          </li>
        ))}
      </ul>
      {found.length > PAGE_SIZE && (
        <Flex justify="center" style={{ marginTop: 16 }}>
          <Pager
            current={page}
            pageSize={PAGE_SIZE}
            total={found.length}
            onChange={(next) =>
              setParams((before) => {
                const after = new URLSearchParams(before)
                after.set('page', String(next))
                return after
              })
            }
          />
        </Flex>
      )}
    </>
  )
}
