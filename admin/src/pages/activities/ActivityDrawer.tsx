import { ArrowLeftOutlined } from '@ant-design/icons'
import { useOne } from '@refinedev/core'
import { Button, Descriptions, Drawer, Flex } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/me'
import { PageSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { useIsPhone } from '../../components/useIsPhone'
import { When } from '../../components/When'
import { useSiteName } from '../../directory/names'
import { ActivityForm } from './ActivityForm'
import { POPULATE, mayChange, mayWrite } from './activity'
import type { ActivityRow } from './activity'

const WIDTH_PX = 560

interface ActivityDrawerProps {
  /** Null for a new one. */
  documentId: string | null
  onClose: () => void
}

/** One activity: edited by those whose site it is, read by others. A page of its own on a phone. */
export function ActivityDrawer({ documentId, onClose }: ActivityDrawerProps) {
  const { t } = useTranslation(['activities', 'common'])
  const me = useMe()
  const isPhone = useIsPhone()
  const body = documentId === null ? <NewActivity onClose={onClose} /> : <Loaded id={documentId} onClose={onClose} />
  const title = t(documentId === null ? 'add' : 'one')
  if (documentId === null && !mayWrite(me)) return null
  if (!isPhone) {
    return (
      <Drawer open width={WIDTH_PX} title={title} onClose={onClose}>
        {body}
      </Drawer>
    )
  }
  return (
    <Flex vertical gap={12}>
      <Flex align="center" gap={8}>
        <Button type="text" icon={<ArrowLeftOutlined />} aria-label={t('common:action.back')} onClick={onClose} />
        <h1 style={{ margin: 0, fontSize: 18 }}>{title}</h1>
      </Flex>
      {body}
    </Flex>
  )
}

function NewActivity({ onClose }: { onClose: () => void }) {
  return <ActivityForm row={null} onClose={onClose} />
}

function Loaded({ id, onClose }: { id: string; onClose: () => void }) {
  const me = useMe()
  const { result: row, query } = useOne<ActivityRow>({
    resource: 'activities',
    id,
    meta: { populate: POPULATE },
    // What is typed must not be replaced while one looks elsewhere.
    queryOptions: { refetchOnWindowFocus: false },
  })
  if (row === undefined) return query.isLoading ? <PageSkeleton /> : <RefusalAlert error={query.error} />
  return mayChange(me, row) ? <ActivityForm row={row} onClose={onClose} /> : <Facts row={row} />
}

function Facts({ row }: { row: ActivityRow }) {
  const { t } = useTranslation(['activities', 'scoring', 'common'])
  const siteName = useSiteName()
  const item = (key: string, children: ReactNode) => ({ key, label: t(`field.${key}`), children })
  return (
    <Descriptions
      size="small"
      column={1}
      title={row.title}
      items={[
        item('startsAt', <When at={row.startsAt} withTime />),
        item('endsAt', <When at={row.endsAt} withTime />),
        item('site', siteName(row.siteCode)),
        item('place', row.place ?? t('common:none')),
        item('theme', row.theme === null ? t('common:none') : t(`scoring:theme.${row.theme.code}`)),
        item('summary', row.summary ?? t('common:none')),
        item('code', row.code),
      ]}
    />
  )
}
