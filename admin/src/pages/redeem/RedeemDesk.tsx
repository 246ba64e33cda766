import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/me'
import { EmptyState } from '../../components/EmptyState'
import { PageSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { CardSearch } from '../../scoring/card-search/CardSearch'
import { recentCards, rememberCards } from '../../scoring/card-search/recent'
import { cardQuery, openCardsQuery } from '../../scoring/card-search/requests'
import { CardPanel } from './CardPanel'
import { Checkout } from './Checkout'
import { GoodsTiles } from './GoodsTiles'
import { LastRedemptions } from './LastRedemptions'
import { changed, linesOf, withQuantity } from './basket'
import { goodsQuery, shopsQuery } from './requests'
import { useBasket } from './useBasket'

/** The card, the goods, and the sum at the thumb. */
export function RedeemDesk() {
  const { t } = useTranslation(['redeem', 'common'])
  const { basket, put, empty } = useBasket()
  const shops = useQuery(shopsQuery())
  const open = (shops.data ?? []).filter(({ active, allowed }) => active && allowed.includes('redeem'))
  const shop = open.find(({ code }) => code === basket.shop)?.code ?? open[0]?.code ?? null
  const goods = useQuery(goodsQuery(shop))
  const lines = linesOf(basket, goods.data ?? [])
  const error = shops.error ?? goods.error

  if (shops.isPending) return <PageSkeleton />
  if (shops.isSuccess && shop === null) return <EmptyState title={t('noShop')} hint={t('noShopHint')} />
  return (
    <>
      <RefusalAlert
        error={error}
        action={
          <Button onClick={() => void Promise.all([shops.refetch(), goods.refetch()])}>
            {t('common:action.retry')}
          </Button>
        }
      />
      {basket.card === null ? (
        <CardChooser onChoose={(card) => put(changed(basket, { card }))} />
      ) : (
        <ChosenCard
          number={basket.card}
          isLocked={basket.sent !== null}
          onOther={() => put(changed(basket, { card: null }))}
        />
      )}
      {open.length > 1 && shop !== null && (
        <Segmented
          block
          className="redeem-shop"
          aria-label={t('shop')}
          disabled={basket.sent !== null}
          value={shop}
          options={open.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(code) => put(changed(basket, { shop: code, quantities: {} }))}
        />
      )}
      {basket.card !== null && (
        <GoodsTiles
          goods={goods.data}
          quantities={basket.quantities}
          isLocked={basket.sent !== null}
          onChange={(code, quantity) => put(withQuantity({ ...basket, shop }, code, quantity))}
        />
      )}
      {basket.card === null && <LastRedemptions />}
      {basket.card !== null && <Checkout basket={{ ...basket, shop }} lines={lines} put={put} empty={empty} />}
    </>
  )
}

function CardChooser({ onChoose }: { onChoose: (number: string) => void }) {
  const { username } = useMe()
  const cards = useQuery(openCardsQuery(username))
  const [recent] = useState(() => recentCards(username))
  return (
    <>
      <RefusalAlert error={cards.error} namespace={['record', 'scoring']} />
      <CardSearch
        cards={cards.data ?? []}
        recent={recent}
        chosen={[]}
        onChoose={({ number }) => {
          rememberCards(username, [number])
          onChoose(number)
        }}
      />
    </>
  )
}

interface ChosenCardProps {
  number: string
  isLocked: boolean
  onOther: () => void
}

function ChosenCard({ number, isLocked, onOther }: ChosenCardProps) {
  const { t } = useTranslation('redeem')
  const card = useQuery(cardQuery(number))
  return (
    <>
      <RefusalAlert
        error={card.error}
        namespace={['record', 'scoring']}
        action={<Button onClick={onOther}>{t('otherCard')}</Button>}
      />
      {card.data !== undefined && (
        <CardPanel card={card.data}>
          <Button disabled={isLocked} onClick={onOther}>
            {t('otherCard')}
          </Button>
        </CardPanel>
      )}
    </>
  )
}
