import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../components/PageHeader'

export default function PlacePage() {
  const { t } = useTranslation('place')
  return <PageHeader title={t('title')} />
}
