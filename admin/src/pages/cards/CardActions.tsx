import type { Card, CardVerb } from '@practice/scoring/contracts'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { DialogFrame } from '../../components/DialogFrame'
import { RefusalAlert } from '../../components/RefusalAlert'
import { ReasonDialog } from '../../scoring/record-view/ReasonDialog'
import { grouped } from '../../scoring/words/points'
import { actOnCard, renewPin } from './requests'

/** What the server allows with a card; each says what follows from it. */
export function CardActions({ card }: { card: Card }) {
  const { t } = useTranslation('scoring')
  const [asked, setAsked] = useState<CardVerb | null>(null)
  const close = () => setAsked(null)
  return (
    <>
      {card.allowed.map((verb) => (
        <Button key={verb} danger={verb === 'close'} onClick={() => setAsked(verb)}>
          {t(`cardVerb.${verb}`)}
        </Button>
      ))}
      {asked === 'pin' && <PinDialog card={card} onClose={close} />}
      {asked !== null && asked !== 'pin' && <VerbDialog card={card} verb={asked} onClose={close} />}
    </>
  )
}

interface VerbDialogProps {
  card: Card
  verb: Exclude<CardVerb, 'pin'>
  onClose: () => void
}

function VerbDialog({ card, verb, onClose }: VerbDialogProps) {
  const { t } = useTranslation(['cards', 'scoring'])
  const navigate = useNavigate()
  const reasons = t(`reasons.${verb}`, { returnObjects: true }) as Record<string, string>
  return (
    <ReasonDialog
      title={t('act.title', { verb: t(`scoring:cardVerb.${verb}`), holder: card.holder.name })}
      consequence={t(`consequence.${verb}`, { balance: grouped(card.balance) })}
      verb={t(`scoring:cardVerb.${verb}`)}
      done={t(`done.${verb}`)}
      reasons={reasons}
      isHarsh={verb === 'close'}
      act={(reason) => actOnCard(card.number, verb, reason)}
      onClose={onClose}
      // A replaced card has a successor, which is the one to go on with.
      onDone={({ number }) => {
        if (number !== card.number) void navigate(`/cards/${number}`)
      }}
    />
  )
}

/** A new PIN, told once: whoever closes the window without writing it down makes another. */
function PinDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const { t } = useTranslation(['cards', 'common'])
  const renewing = useMutation({ mutationFn: () => renewPin(card.number) })
  const pin = renewing.data?.pin
  return (
    <DialogFrame
      title={t('pin.title', { holder: card.holder.name })}
      isOpen
      onClose={onClose}
      footer={
        pin === undefined ? (
          <>
            <Button onClick={onClose}>{t('common:action.notNow')}</Button>
            <Button type="primary" loading={renewing.isPending} onClick={() => renewing.mutate()}>
              {t('pin.do')}
            </Button>
          </>
        ) : (
          <Button type="primary" onClick={onClose}>
            {t('pin.written')}
          </Button>
        )
      }
    >
      <p className="cards-text">{t(pin === undefined ? 'pin.text' : 'pin.once')}</p>
      {pin !== undefined && (
        <output className="cards-pin num" aria-label={t('pin.new')}>
          {pin}
        </output>
      )}
      <RefusalAlert error={renewing.error} namespace="scoring" />
    </DialogFrame>
  )
}
