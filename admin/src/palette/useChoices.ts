import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMe } from '../app/me'
import { useMayOpen } from '../pages/links'
import { menuOf } from '../pages/menus'
import { addressOf } from '../pages/page-route'
import { PAGES } from '../pages/registry'
import { rankPages, wishOf } from './find'
import type { PageChoice } from './find'
import { foundQuery } from './search'

/** A line of the palette. */
export interface Choice {
  id: string
  title: string
  /** What tells it from others of the same title. */
  aside: string
  to: string
}

/** The lines of one kind. */
export interface ChoiceGroup {
  kind: 'pages' | 'orders' | 'cards' | 'households'
  choices: Choice[]
}

/** The pages that are for somebody: those of the menu in its order, then those that are reached from other pages. */
function usePages(): PageChoice[] {
  const { t } = useTranslation(['common', 'palette'])
  const me = useMe()
  const inMenu = menuOf(me)
  const beside = PAGES.filter((page) => page.isFor(me) && !inMenu.some((entry) => entry.page === page))
  return [...inMenu, ...beside.map((page) => ({ page, label: `menu.${page.name}`, to: addressOf(page) }))].map(
    ({ page, label, to }) => ({
      name: page.name,
      label: t(`common:${label}`),
      initials: t(label.replace('menu.', 'palette:initials.')),
      to,
    }),
  )
}

/** What a text leads to: pages at once, orders, cards and households as the server finds them for `asked`. */
export function useChoices(text: string, asked: string) {
  const { t } = useTranslation(['common', 'palette'])
  const me = useMe()
  const mayOpen = useMayOpen()
  const isTeam = mayOpen('inbox') && me.team !== null
  const may = { orders: isTeam || mayOpen('desk'), cards: mayOpen('cards'), households: mayOpen('households') }
  const search = useQuery({ ...foundQuery(wishOf(asked), may), placeholderData: keepPreviousData })
  const pages = rankPages(usePages(), text)
  const found = wishOf(text).order === null && wishOf(text).card === null ? undefined : search.data

  const groups: ChoiceGroup[] = [
    {
      kind: 'pages',
      choices: pages.map(({ name, label, to }) => ({ id: `page-${name}`, title: label, aside: '', to })),
    },
    {
      kind: 'orders',
      choices: (found?.orders ?? []).map((order) => ({
        id: `order-${order.documentId}`,
        title: order.number,
        aside: [order.serviceItem.name, order.site.name, t(`common:state.${order.state}`)].join(' · '),
        to: isTeam ? `/inbox/${order.documentId}` : `/desk/${order.documentId}?group=all`,
      })),
    },
    {
      kind: 'cards',
      choices: (found?.cards ?? []).map((card) => ({
        id: `card-${card.number}`,
        title: card.holder.name,
        aside: [card.number, card.site.name].join(' · '),
        to: `/cards/${card.number}`,
      })),
    },
    {
      kind: 'households',
      choices: (found?.households ?? []).map(({ code, name, address }) => ({
        id: `household-${code}`,
        title: name,
        aside: address ?? code,
        to: `/households?q=${encodeURIComponent(name)}`,
      })),
    },
  ]
  return {
    groups: groups.filter(({ choices }) => choices.length > 0),
    isSearching: search.isFetching,
    error: search.error,
  }
}
