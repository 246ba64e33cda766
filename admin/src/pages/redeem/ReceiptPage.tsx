import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { Redemption } from '@practice/scoring/contracts'
import { Button, Segmented } from 'antd'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PageHeader } from '../../components/PageHeader'
import { PageSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { Receipt } from '../../scoring/receipt/Receipt'
import { PAPERS, keepPaper, lastPaper, pageRule } from '../../scoring/receipt/paper'
import type { Paper } from '../../scoring/receipt/paper'
import { grouped } from '../../scoring/words/points'
import { redemptionQuery } from './requests'
import '../../scoring/receipt/print.css'

/** A redemption's receipt, to be shown, scanned or printed; and the way to the next one. */
export function ReceiptPage({ documentId }: { documentId: string }) {
  const { t } = useTranslation(['redeem', 'common'])
  const redemption = useQuery(redemptionQuery(documentId))
  return (
    <div className="redeem">
      {redemption.isPending && <PageSkeleton />}
      <RefusalAlert
        error={redemption.error}
        action={<Button onClick={() => void redemption.refetch()}>{t('common:action.retry')}</Button>}
      />
      {redemption.data !== undefined && <Printed redemption={redemption.data} />}
    </div>
  )
}

function Printed({ redemption }: { redemption: Redemption }) {
  const { t } = useTranslation('redeem')
  const [paper, setPaper] = useState<Paper>(lastPaper)
  const paperRef = useRef<HTMLDivElement>(null)
  const [heightPx, setHeightPx] = useState(0)
  useLayoutEffect(() => {
    const element = paperRef.current
    if (element === null) return
    const observer = new ResizeObserver(() => setHeightPx(element.offsetHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const { card, points, balanceAfter } = redemption
  return (
    <>
      <style>{pageRule(paper, heightPx)}</style>
      <div className="not-printed">
        <PageHeader
          title={t(redemption.state === 'voided' ? 'receipt.doneVoided' : 'receipt.done')}
          hint={t('receipt.hint', { holder: card.holder, points: grouped(points), left: grouped(balanceAfter) })}
        />
        <div className="redeem-paper">
          <Segmented
            block
            value={paper}
            options={PAPERS.map((value) => ({ value, label: t(`paper.${value}`) }))}
            onChange={(chosen) => {
              keepPaper(chosen)
              setPaper(chosen)
            }}
          />
        </div>
      </div>
      <div className="redeem-receipt">
        <div ref={paperRef}>
          <Receipt redemption={redemption} paper={paper} />
        </div>
      </div>
      <div className="redeem-thumb redeem-after not-printed">
        <Button size="large" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('print')}
        </Button>
        <Link to="/redeem">
          <Button type="primary" size="large" block>
            {t('another')}
          </Button>
        </Link>
      </div>
    </>
  )
}
