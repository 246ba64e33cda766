import type { File as FileView } from '@practice/access/contracts'
import type { MenuItem, Order, OrderDetail, PlaceOrderBody, Verb, VerbBody } from '@practice/dispatch/contracts'
import type {
  Card,
  MadeLink,
  Objection,
  PublicStatement,
  StatementEntry,
  StatementLink,
} from '@practice/scoring/contracts'
import { publicGet, publicPost } from '../../api/public'
import { post, request, requestData } from '../../api/client'
import type { ArticleRow } from '../../pages/articles/article'

/** A page of a list. */
export interface Page<Row> {
  data: Row[]
  meta: { pagination: { page: number; pageCount: number; total: number } }
}

/** The resident's household; the phone is masked. */
export interface Household {
  code: string
  name: string
  phone: string | null
  address: string | null
}

const pageOf = (page: number, size: number) => `pagination[page]=${page}&pagination[pageSize]=${size}`

const ORDERS_SIZE = 20
const LINES_SIZE = 30
const NEWS_SIZE = 15

export const loadMenu = (site: string, signal: AbortSignal) =>
  requestData<MenuItem[]>(`/service-items/effective?site=${encodeURIComponent(site)}`, { signal })

/** The own household; null for an account without one. */
export async function loadHousehold(signal: AbortSignal): Promise<Household | null> {
  const [household] = await requestData<Household[]>('/households?fields=code,name,phone,address', { signal })
  return household ?? null
}

/** The household's orders, the latest first. */
export const loadOrders = (page: number, signal: AbortSignal) =>
  request<Page<Order>>(`/dispatch/orders?sort=createdAt:desc&${pageOf(page, ORDERS_SIZE)}`, { signal })

export const loadOrder = (documentId: string, signal: AbortSignal) =>
  requestData<OrderDetail>(`/dispatch/orders/${encodeURIComponent(documentId)}`, { signal })

/** Places an order; the same key makes the same order. */
export const placeOrder = (body: PlaceOrderBody, idempotencyKey: string, signal: AbortSignal) =>
  requestData<Order>('/dispatch/orders', { method: 'POST', body: { data: body }, idempotencyKey, signal })

/** Uploads a photo and gives its documentId. */
export async function uploadPhoto(blob: Blob, name: string, signal: AbortSignal): Promise<string> {
  const form = new FormData()
  form.append('files', blob, name)
  const [file] = await request<FileView[]>('/upload', { method: 'POST', body: form, signal })
  if (file === undefined) throw new Error('an upload was answered without its file')
  return file.documentId
}

/** What a resident does to an order of theirs. */
export const actOnOrder = <V extends Verb>(documentId: string, verb: V, body: VerbBody<V>) =>
  post<Order>(`/dispatch/orders/${encodeURIComponent(documentId)}/${verb}`, body)

/** The household's cards that are in use: one, or one for each person. */
export async function loadCards(signal: AbortSignal): Promise<Card[]> {
  const cards = await requestData<Card[]>('/scoring/cards?sort=number&pagination[pageSize]=20', { signal })
  return cards.filter(({ state }) => state !== 'closed')
}

const cardPath = (number: string) => `/scoring/cards/${encodeURIComponent(number)}`

/** A page of a card's statement, the latest first. */
export const loadStatement = (number: string, page: number, signal: AbortSignal) =>
  request<Page<StatementEntry>>(`${cardPath(number)}/statement?${pageOf(page, LINES_SIZE)}`, { signal })

export const loadLink = (number: string, signal: AbortSignal) =>
  requestData<StatementLink>(`${cardPath(number)}/link`, { signal })

export const makeLink = (number: string) =>
  requestData<MadeLink>(`${cardPath(number)}/link`, { method: 'PUT', body: { data: {} } })

export const revokeLink = (number: string) =>
  requestData<StatementLink>(`${cardPath(number)}/link`, { method: 'DELETE' })

/** A statement by the card's number and PIN. */
export const openStatement = (number: string, pin: string) =>
  publicPost<PublicStatement>(`${cardPath(number)}/statement`, { pin })

/** A statement by its link. */
export const openLinkedStatement = (token: string) => publicPost<PublicStatement>('/scoring/statements', { token })

/** The household's objections, the latest first. */
export const loadObjections = (signal: AbortSignal) =>
  requestData<Objection[]>('/scoring/objections?sort=filedAt:desc&pagination[pageSize]=20', { signal })

/** Published articles, the latest first. */
export const loadNews = (page: number, signal: AbortSignal) =>
  publicGet<Page<ArticleRow>>(
    '/articles',
    {
      fields: 'title,summary,publishedAt',
      sort: 'publishedAt:desc',
      'populate[cover][fields]': 'url,name,alternativeText',
      'populate[site][fields]': 'code,name',
      'pagination[page]': String(page),
      'pagination[pageSize]': String(NEWS_SIZE),
    },
    signal,
  )
