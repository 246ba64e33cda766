import type { Card, StatementEntry } from '@practice/scoring/contracts'
import { request } from '../../api/client'
import type { Sheet } from '../../export/sheet'

const PAGE_SIZE = 100

interface StatementReply {
  data: StatementEntry[]
  meta: { pagination: { pageCount: number }; card: Card; head: string }
}

/** A card's whole statement, the first entry first. */
export interface WholeStatement {
  card: Card
  head: string
  entries: StatementEntry[]
}

/** Every page of a card's statement; `onPage` tells how far it has come, from 0 to 1. */
export async function loadStatement(number: string, onPage: (part: number) => void): Promise<WholeStatement> {
  const page = (index: number) =>
    request<StatementReply>(
      `/scoring/cards/${encodeURIComponent(number)}/statement?pagination[page]=${index}&pagination[pageSize]=${PAGE_SIZE}`,
    )
  const first = await page(1)
  const { pageCount } = first.meta.pagination
  const entries = [...first.data]
  for (let index = 2; index <= pageCount; index++) {
    onPage((index - 1) / pageCount)
    entries.push(...(await page(index)).data)
  }
  onPage(1)
  return { card: first.meta.card, head: first.meta.head, entries: entries.reverse() }
}

/** What stands above each column. */
type StatementColumn =
  'sequence' | 'at' | 'kind' | 'what' | 'document' | 'change' | 'balance' | 'reason' | 'who' | 'hash'

/** Words that a sheet needs, in the language that is shown. */
export interface StatementWords {
  title: (card: Card) => string
  facts: (card: Card) => string
  head: (hash: string) => string
  kind: (kind: StatementEntry['kind']) => string
  moment: (instant: string) => string
  what: (entry: StatementEntry) => string
  person: (who: StatementEntry['who']) => string
  column: (name: StatementColumn) => string
}

/** The sheet of a statement: every entry with its running balance and hash, so that it can be checked elsewhere. */
export function statementSheet({ card, head, entries }: WholeStatement, words: StatementWords): Sheet<StatementEntry> {
  const { column } = words
  return {
    name: words.title(card),
    above: [words.title(card), words.facts(card)],
    columns: [
      { title: column('sequence'), width: 8, value: (entry) => entry.sequence },
      { title: column('at'), width: 18, value: (entry) => words.moment(entry.at) },
      { title: column('kind'), width: 10, value: (entry) => words.kind(entry.kind) },
      { title: column('what'), width: 28, value: words.what },
      { title: column('document'), width: 18, value: (entry) => entry.document },
      { title: column('change'), width: 8, value: (entry) => entry.change },
      { title: column('balance'), width: 8, value: (entry) => entry.balance },
      { title: column('reason'), width: 24, value: (entry) => entry.reason },
      { title: column('who'), width: 12, value: (entry) => words.person(entry.who) },
      { title: column('hash'), width: 68, value: (entry) => entry.hash },
    ],
    rows: entries,
    below: [words.head(head)],
  }
}
