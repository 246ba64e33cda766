import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { PageHeader } from '../../components/PageHeader'
import { ReceiptPage } from './ReceiptPage'
import { RedeemDesk } from './RedeemDesk'
import './redeem.css'

/** Goods for points: whose card, which goods, and the receipt. */
export default function RedeemPage() {
  const { t } = useTranslation('redeem')
  const { documentId } = useParams()
  if (documentId !== undefined) return <ReceiptPage documentId={documentId} />
  return (
    <div className="redeem">
      <PageHeader title={t('title')} />
      <RedeemDesk />
    </div>
  )
}
