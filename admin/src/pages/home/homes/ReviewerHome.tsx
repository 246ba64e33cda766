import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../components/EmptyState'

/** The points reviewer: says that there is nothing to review, and what will stand here. */
export default function ReviewerHome() {
  const { t } = useTranslation('home')
  return <EmptyState title={t('reviewer.none')} hint={t('reviewer.hint')} />
}
