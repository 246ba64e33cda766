import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../components/PageHeader'

export default function OfferingsPage() {
  const { t } = useTranslation('offerings')
  return <PageHeader title={t('title')} />
}
