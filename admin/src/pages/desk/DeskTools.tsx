import type { Order } from '@practice/dispatch/contracts'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../components/DataTable'
import { ListTools } from '../../lists/ListTools'
import { pagesOf } from '../../lists/load-every'
import { deadlineOf } from '../../orders/clocks'
import { useMoment } from '../../scoring/export/useMoment'
import { filtersOfQuery } from './queue'
import type { DeskQuery } from './queue'

interface DeskToolsProps {
  query: DeskQuery
  total: number
}

/** The queue's views, and the file of the orders that it shows. */
export function DeskTools({ query, total }: DeskToolsProps) {
  const { t } = useTranslation(['desk', 'common'])
  const columns = useOrderColumns()
  const load = pagesOf<Order>({ resource: 'orders', filters: filtersOfQuery(query), sorters: [] })
  return (
    <ListTools
      list="desk"
      hasOwnClear
      exported={
        total === 0
          ? null
          : { name: t(`desk:group.${query.group}`), columns, load, keyOf: ({ documentId }: Order) => documentId }
      }
    />
  )
}

/** What a file says of an order: no more than its row and its head show, the phone as masked as there. */
function useOrderColumns(): Column<Order>[] {
  const { t } = useTranslation(['desk', 'common'])
  const moment = useMoment()
  const column = (key: string, text: (order: Order) => string | number | null): Column<Order> => ({
    key,
    title: t(`column.${key}`),
    text,
    render: text,
  })
  return [
    column('number', ({ number }) => number),
    column('item', ({ serviceItem }) => serviceItem.name),
    column('site', ({ site }) => site.name),
    column('requester', ({ requester }) => requester.name),
    column('phone', ({ requester }) => requester.phone),
    column('urgency', ({ urgency }) => t(`common:urgency.${urgency}`)),
    column('state', ({ state }) => t(`common:state.${state}`)),
    column('team', ({ team }) => team?.name ?? null),
    column('placed', ({ createdAt }) => moment(createdAt)),
    column('deadline', (order) => {
      const deadline = deadlineOf(order)
      return deadline === null ? null : moment(deadline)
    }),
    column('overdue', ({ overdue }) => t(overdue ? 'common:form.yes' : 'common:form.no')),
    column('stars', ({ rating }) => rating?.stars ?? null),
  ]
}
