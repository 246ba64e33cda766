import {
  allOf,
  conditionsSql,
  isPostgres,
  rowsOf,
  tierOf,
  type Actor,
  type ListQuery,
  type Sql,
} from '@practice/kernel'
import type { Knex } from 'knex'
import { VIEWED_SQL, viewedOf, type ViewedOrder, type ViewedRow } from './rows'
import { visibleTo } from './scope'

/** The columns of a list, by the contract's names. */
const COLUMNS = {
  number: 'o.number',
  state: 'o.state',
  serviceItem: 'o.item_code',
  site: 'o.site_code',
  team: 'o.team_code',
  urgency: 'o.urgency',
  channel: 'o.channel',
  overdue: 'o.overdue',
  escalation: 'o.escalation',
  createdAt: 'o.created_at',
  dispatchBy: 'o.dispatch_by',
  acceptBy: 'o.accept_by',
  resolveBy: 'o.resolve_by',
  rateBy: 'o.rate_by',
  deadline: 'o.deadline',
} as const

export type OrderFilter = keyof typeof COLUMNS
export type OrderSort = 'number' | 'state' | 'site' | 'urgency' | 'overdue' | 'createdAt' | 'deadline'
export type OrderListQuery = ListQuery<OrderFilter, OrderSort>

/** The states in the order of the loop, and what is urgent first: not as their words sort. */
const RANKS: Partial<Record<OrderSort, string>> = {
  state:
    "case o.state when 'placed' then 0 when 'pooled' then 1 when 'dispatched' then 2 when 'accepted' then 3 when 'started' then 4 when 'completed' then 5 when 'rated' then 6 when 'archived' then 7 else 8 end",
  urgency: "case o.urgency when 'urgent' then 0 else 1 end",
}

/** A page of orders, and how many there are in all when that was asked for. */
export interface OrderPage {
  orders: ViewedOrder[]
  total: number | null
}

/**
 * The page of the orders that the actor sees, in one round trip. The inner query finds the page by an index alone; only
 * the rows of the page are read, and the total comes along with them. Written as text, because a builder's work per
 * request costs more than the query.
 */
export async function listOrders(db: Knex, actor: Actor, query: OrderListQuery): Promise<OrderPage> {
  const visible = visibleTo(actor)
  const filters = conditionsSql(query.filters, COLUMNS, { instants: INSTANTS })
  const where = allOf([isWide(db, actor, query) ? unindexed(visible) : visible, filters])
  const all = allOf([visible, filters])
  const order = orderBy(query)
  const total = query.withCount ? `, (${countSql(all)}) as total` : ''
  const sql =
    `select ${VIEWED_SQL}${total} from dispatch_orders o where o.id in (` +
    `select o.id from dispatch_orders o where ${where.text} order by ${order} limit ? offset ?) order by ${order}`
  const counted = query.withCount ? all.bindings : []
  const bindings = [...counted, ...where.bindings, query.pageSize, (query.page - 1) * query.pageSize]
  const page = rowsOf<ViewedRow & Counted>(await db.raw(sql, bindings as Knex.RawBinding[]))
  const orders = page.map(viewedOf)
  if (!query.withCount) return { orders, total: null }
  // No row of an empty page brings the total.
  return { orders, total: Number(page[0]?.total ?? (await countOrders(db, all))) }
}

interface Counted {
  total?: number | string
}

const countSql = ({ text }: Sql) => `select count(*) from dispatch_orders o where ${text}`

async function countOrders(db: Knex, where: Sql): Promise<number | string> {
  const sql = `select (${countSql(where)}) as total`
  const [row] = rowsOf<Counted>(await db.raw(sql, where.bindings as Knex.RawBinding[]))
  return row?.total ?? 0
}

/** The columns that have an index of their own together with the queue. */
const QUEUED_BY: ReadonlySet<OrderFilter> = new Set(['state', 'overdue'])

/**
 * Whoever sees the whole district gets a page from the queue's indexes. SQLite, which has no figures of how much a
 * range holds, would rather sort the district; a plus sign keeps it from using the site's index.
 */
function isWide(db: Knex, actor: Actor, query: OrderListQuery): boolean {
  const seesDistrict = actor.kind === 'user' && actor.siteCode !== null && tierOf(actor.siteCode) === 'center'
  return !isPostgres(db) && seesDistrict && query.filters.every(({ column }) => QUEUED_BY.has(column))
}

function unindexed({ text, bindings }: Sql): Sql {
  return { text: text.replaceAll('o.site_code', '+o.site_code'), bindings }
}

const INSTANTS: ReadonlySet<OrderFilter> = new Set([
  'createdAt',
  'dispatchBy',
  'acceptBy',
  'resolveBy',
  'rateBy',
  'deadline',
])

/** What has no value stands last, either way; equals stand as they were placed, so that pages never overlap. */
function orderBy({ sort }: OrderListQuery): string {
  if (sort.length === 0) return 'o.queue, o.id'
  const terms = sort.map(({ column, direction }) => {
    const expression = RANKS[column] ?? COLUMNS[column]
    return column === 'deadline' ? `(o.deadline is null), o.deadline ${direction}` : `${expression} ${direction}`
  })
  return [...terms, 'o.id'].join(', ')
}
