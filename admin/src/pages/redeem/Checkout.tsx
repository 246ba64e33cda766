import type { Redemption } from '@practice/scoring/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { ApiError } from '../../api/error'
import { DialogFrame } from '../../components/DialogFrame'
import { RefusalAlert } from '../../components/RefusalAlert'
import { cardQuery } from '../../scoring/card-search/requests'
import { refreshPoints } from '../../scoring/record-view/requests'
import { grouped } from '../../scoring/words/points'
import { bodyOf, leavesUnsure, sumOf } from './basket'
import type { Basket, BasketLine } from './basket'
import { redeem, redemptionQuery } from './requests'

interface CheckoutProps {
  basket: Basket
  lines: readonly BasketLine[]
  put: (basket: Basket) => void
  empty: () => void
}

/** The sum at the thumb, and the last question before points and goods go together. */
export function Checkout({ basket, lines, put, empty }: CheckoutProps) {
  const { t } = useTranslation('redeem')
  const [isAsked, setIsAsked] = useState(false)
  const { data: card } = useQuery(cardQuery(basket.card ?? ''))
  const redeeming = useRedeeming(basket, lines, put, empty)
  const sum = sumOf(lines)
  // Of one that may have been done already, nobody knows what it will leave.
  const left = card === undefined || basket.sent !== null ? null : card.balance - sum
  const isShort = left !== null && left < 0
  return (
    <div className="redeem-thumb">
      <div aria-live="polite" className="redeem-sum num" data-short={isShort}>
        {sum === 0 && t('sum.none')}
        {sum > 0 && left === null && t('sum.unknown', { points: grouped(sum) })}
        {sum > 0 && left !== null && left >= 0 && t('sum.left', { points: grouped(sum), left: grouped(left) })}
        {isShort && t('sum.short', { points: grouped(sum), short: grouped(-left) })}
      </div>
      {basket.sent !== null && !isAsked ? (
        <Unsure redeeming={redeeming} basket={basket} onGiveUp={empty} />
      ) : (
        <>
          <RefusalAlert error={withName(redeeming.error, lines)} namespace={['redeem', 'scoring']} />
          <Button
            type="primary"
            size="large"
            block
            className="redeem-go"
            disabled={lines.length === 0}
            onClick={() => setIsAsked(true)}
          >
            {t('redeem')}
          </Button>
        </>
      )}
      <DialogFrame
        title={t('confirm.title', { holder: card?.holder.name ?? '' })}
        isOpen={isAsked}
        onClose={() => setIsAsked(false)}
        footer={
          <>
            <Button onClick={() => setIsAsked(false)}>{t('confirm.back')}</Button>
            <Button
              type="primary"
              loading={redeeming.isPending}
              onClick={() => redeeming.send(() => setIsAsked(false))}
            >
              {t('confirm.do')}
            </Button>
          </>
        }
      >
        <ul className="redeem-lines">
          {lines.map(({ goods, quantity, points, stockAfter }) => (
            <li key={goods.code}>
              <span>{t('confirm.line', { name: goods.name, quantity, unit: goods.unit })}</span>
              <span className="num">{t('points', { points: grouped(points) })}</span>
              <span className="redeem-quiet num">
                {t('confirm.stock', { stock: grouped(stockAfter), unit: goods.unit })}
              </span>
            </li>
          ))}
        </ul>
        <p className="redeem-consequence num">
          {left === null
            ? t('sum.unknown', { points: grouped(sum) })
            : t('sum.left', { points: grouped(sum), left: grouped(left) })}
        </p>
      </DialogFrame>
    </div>
  )
}

/** A refusal for want of stock names the goods by code; people know them by name. */
function withName(error: Error | null, lines: readonly BasketLine[]): Error | null {
  if (!(error instanceof ApiError)) return error
  const name = lines.find(({ goods }) => goods.code === error.details.goods)?.goods.name
  return name === undefined ? error : new ApiError(error.status, error.code, { ...error.details, name }, error.fields)
}

/** Sends the basket under its key; while it is on its way, a second tap does nothing. */
function useRedeeming(basket: Basket, lines: readonly BasketLine[], put: CheckoutProps['put'], empty: () => void) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const body = basket.sent ?? bodyOf(basket, lines)
  const mutation = useMutation<Redemption>({
    mutationFn: () => {
      if (body === null) throw new Error('card, shop and goods are chosen before the button works')
      return redeem(body, basket.key)
    },
    networkMode: 'always',
    // Kept before it leaves: after a reload, too, it is known that this one was sent.
    onMutate: () => put({ ...basket, sent: body }),
    onSuccess: (redemption) => {
      client.setQueryData(redemptionQuery(redemption.documentId).queryKey, redemption)
      empty()
      void navigate(`/redeem/${redemption.documentId}`)
    },
    onError: (error) => put({ ...basket, sent: leavesUnsure(error) ? body : null }),
    onSettled: () => void refreshPoints(client),
  })
  return {
    isPending: mutation.isPending,
    error: mutation.error,
    send: (onSettled?: () => void) => {
      if (!mutation.isPending) mutation.mutate(undefined, { onSettled: () => onSettled?.() })
    },
  }
}

interface UnsureProps {
  redeeming: ReturnType<typeof useRedeeming>
  basket: Basket
  onGiveUp: () => void
}

/** No reply came: the same redemption is asked for again, which takes nothing twice. */
function Unsure({ redeeming, basket, onGiveUp }: UnsureProps) {
  const { t } = useTranslation('redeem')
  const [isGivingUp, setIsGivingUp] = useState(false)
  return (
    <div role="alert" className="redeem-unsure">
      <p>{t(isGivingUp ? 'unsure.check' : 'unsure.text')}</p>
      <Button type="primary" size="large" block loading={redeeming.isPending} onClick={() => redeeming.send()}>
        {t('unsure.again')}
      </Button>
      {isGivingUp ? (
        <div className="redeem-give-up">
          <Link to={`/cards/${basket.card ?? ''}`}>{t('unsure.statement')}</Link>
          <Button danger onClick={onGiveUp}>
            {t('unsure.giveUp')}
          </Button>
        </div>
      ) : (
        <Button type="text" block disabled={redeeming.isPending} onClick={() => setIsGivingUp(true)}>
          {t('unsure.stop')}
        </Button>
      )}
    </div>
  )
}
