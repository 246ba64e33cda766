import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../components/PageHeader'

export default function PlanPage() {
  const { t } = useTranslation('plan')
  return <PageHeader title={t('title')} />
}
