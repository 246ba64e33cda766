import { CloseCircleFilled } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'

/** The sign that empties a field, with a word for those who do not see it: Ant Design's button has none. */
export function ClearSign() {
  const { t } = useTranslation('common')
  return (
    <>
      <CloseCircleFilled />
      <span className="visually-hidden">{t('search.clear')}</span>
    </>
  )
}
