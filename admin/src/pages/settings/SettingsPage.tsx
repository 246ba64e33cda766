import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { settingsQuery } from '../../api/settings'
import { PageHeader } from '../../components/PageHeader'
import { PageSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { SettingsForm } from './SettingsForm'
import './settings.css'

/** The dispatcher's settings: clocks and weights, with what they mean for an order that is placed now. */
export default function SettingsPage() {
  const { t } = useTranslation(['settings', 'common'])
  const settings = useQuery(settingsQuery())
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      {settings.isPending && <PageSkeleton />}
      {settings.data === undefined && (
        <RefusalAlert
          error={settings.error}
          action={<Button onClick={() => void settings.refetch()}>{t('common:action.retry')}</Button>}
        />
      )}
      {settings.data !== undefined && <SettingsForm settings={settings.data} />}
    </>
  )
}
