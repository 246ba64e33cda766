import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../components/PageHeader'

export default function DeskPage() {
  const { t } = useTranslation('desk')
  return <PageHeader title={t('title')} />
}
