import {
  maskName,
  ok,
  refuse,
  service,
  type Actor,
  type Instant,
  type Result,
  type SystemActor,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Card, PublicStatement, StatementEntry } from '../../contracts'
import { GENESIS, wordsOf, type StatementRefusal } from '../../domain'
import { findCardAccount } from '../store/accounts'
import { findCountedCard, type CountedCard } from '../store/card-list'
import { findLinkedCard } from '../store/cards'
import { readSiteNames, siteRef } from '../store/directory'
import { findLines, type StoredLine } from '../store/statements'
import { cardView, yearBegan } from './card-view'
import { hashOfLink } from './links'
import { tryPin } from './pins'

/** A page of a card's statement, and what the contract says of the whole. */
export interface StatementPage {
  entries: StatementEntry[]
  total: number
  meta: { card: Card; accountId: string; head: string }
}

/** How much of a statement somebody with a PIN is shown: some years of a household's. */
const PUBLIC_LINES = 200

const PIN: SystemActor = { kind: 'system', because: 'pin' }
const LINK: SystemActor = { kind: 'system', because: 'link' }

/** What came to a card and what left it, line by line, each with where it came from. */
export const statements = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** A page of a card's statement, the latest first, for those who see the card. */
  async read(
    actor: Actor,
    number: string,
    { page, pageSize }: { page: number; pageSize: number },
    now: Instant,
  ): Promise<Result<StatementPage, 'not_found'>> {
    const db = strapi.db.connection
    const card = await findCountedCard(db, actor, { number }, yearBegan(now))
    if (card === null) return refuse('not_found')
    const [account, lines, names] = await Promise.all([
      findCardAccount(db, number),
      findLines(db, card.accountId, { limit: pageSize, offset: (page - 1) * pageSize }),
      readSiteNames(strapi),
    ])
    const entries = await entriesOf(strapi, lines)
    const meta = { card: cardView(card, actor, names), accountId: card.accountId, head: account?.head ?? GENESIS }
    return ok({ entries, total: account?.sequence ?? 0, meta })
  },

  /**
   * What a resident sees by a card's number and PIN: the holder masked, no evidence, nobody's names. Five wrong PINs
   * lock the card's statement for a while. A number that there is not is answered like a wrong PIN.
   */
  async readByPin(number: string, pin: string, now: Instant): Promise<Result<PublicStatement, StatementRefusal>> {
    const opened = await tryPin(strapi, number, pin)
    return opened.ok ? readPublicly(strapi, PIN, number, now) : opened
  },

  /** The same by a link that was given out; one that was taken back leads nowhere. */
  async readByLink(token: string, now: Instant): Promise<Result<PublicStatement, 'not_found'>> {
    const number = await findLinkedCard(strapi.db.connection, hashOfLink(token))
    return number === null ? refuse('not_found') : readPublicly(strapi, LINK, number, now)
  },
})

async function readPublicly(
  strapi: Core.Strapi,
  actor: SystemActor,
  number: string,
  now: Instant,
): Promise<Result<PublicStatement, 'not_found'>> {
  const card = await findCountedCard(strapi.db.connection, actor, { number }, yearBegan(now))
  return card === null ? refuse('not_found') : ok(await publicStatement(strapi, card))
}

/** The files of a whole page are asked for at once. */
async function entriesOf(strapi: Core.Strapi, lines: readonly StoredLine[]): Promise<StatementEntry[]> {
  const wanted = [...new Set(lines.flatMap(({ record }) => record?.evidence ?? []))]
  const files = await service(strapi, 'access', 'files').views(wanted)
  const byId = new Map(files.map((file) => [file.documentId, file]))
  return lines.map((line) => entryOf(line, byId))
}

function entryOf(line: StoredLine, files: ReadonlyMap<string, StatementEntry['evidence'][number]>): StatementEntry {
  const { record, redemption } = line
  return {
    sequence: line.sequence,
    at: new Date(line.at).toISOString(),
    kind: line.kind,
    change: line.change,
    balance: line.balance,
    hash: line.hash,
    previous: line.previous,
    transfer: line.transfer,
    cause: line.cause,
    rule: record?.rule ?? null,
    theme: record?.theme ?? null,
    quantity: record?.quantity ?? null,
    occurredAt: record === null ? null : new Date(record.occurredAt).toISOString(),
    document: record?.number ?? redemption?.number ?? null,
    reason: line.reason,
    evidence: (record?.evidence ?? []).flatMap((id) => files.get(id) ?? []),
    who: whoOf(line),
    goods: redemption?.goods ?? [],
  }
}

/** What was posted is the recorder's act; that a clock posted it tells nobody anything. */
function whoOf({ kind, record, actor }: StoredLine): StatementEntry['who'] {
  return record !== null && (kind === 'post' || kind === 'deduct') ? record.recordedBy : actor
}

async function publicStatement(strapi: Core.Strapi, card: CountedCard): Promise<PublicStatement> {
  const [lines, names] = await Promise.all([
    findLines(strapi.db.connection, card.accountId, { limit: PUBLIC_LINES, offset: 0 }),
    readSiteNames(strapi),
  ])
  return {
    number: card.number,
    holder: maskName(card.holderName),
    site: siteRef(names, card.siteCode),
    balance: card.balance,
    onNotice: card.onNotice,
    held: card.held,
    state: card.state,
    entries: lines.map(({ at, kind, change, balance, hash, reason, record, redemption }) => ({
      at: new Date(at).toISOString(),
      kind,
      change,
      balance,
      hash,
      words: wordsOf({
        kind,
        rule: record?.rule.name ?? null,
        quantity: record?.quantity ?? null,
        reason,
        goods: redemption?.goods ?? [],
      }),
    })),
  }
}
