import type { QuietVillagesView, VillageDeed } from '@practice/access/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '../../components/EmptyState'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { useIsPhone } from '../../components/useIsPhone'
import { When } from '../../components/When'
import { useMayOpen } from '../links'
import { quietVillagesQuery } from './queries'

const DAYS = [7, 30, 90] as const
const SHOWN_AT_FIRST = 6

/** Where the rows of a deed are listed, and the page that has to be there for it. */
const LISTS: Readonly<Record<VillageDeed, { page: string; to: (site: string) => string }>> = {
  order: { page: 'desk', to: (site) => `/desk?group=all&site=${site}` },
  record: { page: 'records', to: (site) => `/records?site=${site}` },
  article: { page: 'articles', to: (site) => `/articles?tab=published&site=${site}` },
}
const DEEDS = ['order', 'record', 'article'] as const satisfies readonly VillageDeed[]

/** Villages of which nothing was heard, with what they were heard of by last. */
export function QuietVillages({ site = null }: { site?: string | null }) {
  const { t } = useTranslation('home')
  const [days, setDays] = useState<number>(30)
  const [isLong, setIsLong] = useState(false)
  const isPhone = useIsPhone()
  const told = useQuery({ ...quietVillagesQuery(days, site), placeholderData: (before) => before })
  const quiet = told.data?.quiet ?? []
  const chooser = (
    <Segmented
      size={isPhone ? 'middle' : 'small'}
      block={isPhone}
      aria-label={t('quiet.since')}
      value={days}
      options={DAYS.map((value) => ({ value, label: t('quiet.days', { count: value }) }))}
      onChange={setDays}
    />
  )
  return (
    <Card
      size="small"
      title={
        told.data === undefined ? t('quiet.title') : t('quiet.count', { count: quiet.length, of: told.data.villages })
      }
      extra={isPhone ? undefined : chooser}
    >
      {isPhone && chooser}
      {told.isPending && <RowsSkeleton rows={3} />}
      <RefusalAlert error={told.data === undefined ? told.error : null} />
      {told.isSuccess && quiet.length === 0 && <EmptyState title={t('quiet.none')} hint={t('quiet.noneHint')} />}
      {quiet.length > 0 && <p className="home-quiet">{t('quiet.hint')}</p>}
      <ul className="lines">
        {(isLong ? quiet : quiet.slice(0, SHOWN_AT_FIRST)).map((village) => (
          <li key={village.site.code}>
            <Village village={village} />
          </li>
        ))}
      </ul>
      {!isLong && quiet.length > SHOWN_AT_FIRST && (
        <Button type="link" className="home-more" onClick={() => setIsLong(true)}>
          {t('more', { count: quiet.length - SHOWN_AT_FIRST })}
        </Button>
      )}
    </Card>
  )
}

function Village({ village: { site, last } }: { village: QuietVillagesView['quiet'][number] }) {
  const { t } = useTranslation('home')
  const mayOpen = useMayOpen()
  const isUnheard = DEEDS.every((deed) => last[deed] === null)
  const heard = isUnheard ? [] : DEEDS
  return (
    <div className="quiet">
      <strong>{site.name}</strong>
      <span className="quiet-deeds">
        {isUnheard && t('quiet.never.all')}
        {heard.map((deed) => {
          const at = last[deed]
          if (at === null) return <span key={deed}>{t(`quiet.never.${deed}`)}</span>
          const said = (
            <>
              {t(`quiet.last.${deed}`)} <When at={at} />
            </>
          )
          const list = LISTS[deed]
          return mayOpen(list.page) ? (
            <Link key={deed} to={list.to(site.code)}>
              {said}
            </Link>
          ) : (
            <span key={deed}>{said}</span>
          )
        })}
      </span>
    </div>
  )
}
