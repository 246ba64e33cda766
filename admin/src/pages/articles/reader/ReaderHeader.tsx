import { useTranslation } from 'react-i18next'
import { BrandMark } from '../../../components/BrandMark'
import { newsAddress } from './address'

/** The head of the public's pages; in a picture of the page it leads nowhere. */
export function ReaderHeader({ isPicture = false }: { isPicture?: boolean }) {
  const { t } = useTranslation('news')
  const brand = (
    <>
      <BrandMark size={28} />
      <span>{t('title')}</span>
    </>
  )
  return (
    <header className="news-header">
      {isPicture ? <div className="news-brand">{brand}</div> : <a href={newsAddress()}>{brand}</a>}
    </header>
  )
}
