import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../components/PageHeader'

export default function ArticlesPage() {
  const { t } = useTranslation('articles')
  return <PageHeader title={t('title')} />
}
