import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { useMe } from '../../app/me'
import { Opening } from '../../components/Opening'
import { PageHeader } from '../../components/PageHeader'
import { useIsPhone } from '../../components/useIsPhone'
import { ActivityList } from './ActivityList'
import { mayWrite } from './activity'

const ActivityDrawer = lazy(() => import('./ActivityDrawer').then((module) => ({ default: module.ActivityDrawer })))

/** What takes place where and when. Points for service are recorded under what has ended. */
export default function ActivitiesPage() {
  const { t } = useTranslation('activities')
  const me = useMe()
  const isPhone = useIsPhone()
  const navigate = useNavigate()
  const { documentId } = useParams()
  const [params] = useSearchParams()
  const addressOf = (id: string | null) => `/activities${id === null ? '' : `/${id}`}?${params.toString()}`
  const drawer = documentId !== undefined && (
    <Opening>
      <ActivityDrawer
        key={documentId}
        documentId={documentId === 'new' ? null : documentId}
        onClose={() => void navigate(addressOf(null))}
      />
    </Opening>
  )
  if (isPhone && drawer !== false) return drawer
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          mayWrite(me) && (
            <Link to={addressOf('new')}>
              <Button type="primary" icon={<PlusOutlined />}>
                {t('add')}
              </Button>
            </Link>
          )
        }
      />
      <ActivityList addressOf={addressOf} />
      {drawer}
    </>
  )
}
