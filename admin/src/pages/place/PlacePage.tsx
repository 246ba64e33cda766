import type { Order } from '@practice/dispatch/contracts'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../components/PageHeader'
import { PlaceForm } from './PlaceForm'
import { PlacedOrder } from './PlacedOrder'
import { usePlaceDraft } from './usePlaceDraft'
import './place.css'

/** Places an order for a resident: where, what, for whom, and why somebody else does it. */
export default function PlacePage() {
  const { t } = useTranslation('place')
  const drafting = usePlaceDraft()
  const [placed, setPlaced] = useState<Order | null>(null)

  if (placed !== null) return <PlacedOrder order={placed} onAnother={() => setPlaced(null)} />
  return (
    <div className="place">
      <PageHeader
        title={t('title')}
        hint={t(drafting.isTakenUp ? 'takenUp' : 'hint')}
        actions={drafting.isTakenUp && <Button onClick={drafting.restart}>{t('restart')}</Button>}
      />
      <PlaceForm
        // Another key is another order: the fields begin anew with it.
        key={drafting.isTakenUp ? 'takenUp' : 'new'}
        drafting={drafting}
        onPlaced={(order) => {
          drafting.restart()
          setPlaced(order)
        }}
      />
    </div>
  )
}
