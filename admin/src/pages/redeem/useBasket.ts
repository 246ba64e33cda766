import { useState } from 'react'
import { useMe } from '../../app/me'
import { storedDraft } from '../../drafts/stored-draft'
import { isBasket, newBasket } from './basket'
import type { Basket } from './basket'

/** The basket, kept in this browser until it was redeemed: a lost connection or a reload costs nothing. */
export function useBasket(): { basket: Basket; put: (basket: Basket) => void; empty: () => void } {
  const { username } = useMe()
  const [store] = useState(() => storedDraft(username, 'redeem', isBasket))
  const [basket, setBasket] = useState(() => store.read() ?? newBasket())
  function put(next: Basket): void {
    store.keep(next)
    setBasket(next)
  }
  return { basket, put, empty: () => put(newBasket(basket.shop)) }
}
