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
import { findPinHash } from '../store/cards'
import { readSiteNames, siteRef } from '../store/directory'
import { findLines, type StoredLine } from '../store/statements'
import { cardView, yearBegan } from './card-view'
import { matchesPin } from './pins'

/** A page of a card's statement, and what the contract says of the whole. */
export interface StatementPage {
  entries: StatementEntry[]
  total: number
  meta: { card: Card; accountId: string; head: string }
}

/** How much of a statement somebody with a PIN is shown: some years of a household's. */
const PUBLIC_LINES = 200

/** Everybody's tries of a card's PIN are counted together: who guesses from many addresses gets no further. */
const EVERYWHERE = '*'

const PIN: SystemActor = { kind: 'system', because: 'pin' }

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
    const db = strapi.db.connection
    const opened = await service(strapi, 'access', 'attempts').attempt(
      { address: EVERYWHERE, account: `card:${number}` },
      async () => ((await matchesPin(pin, await findPinHash(db, number))) ? true : null),
    )
    if (!opened.ok) return opened.code === 'wrong' ? refuse('pin_wrong') : refuse('pin_locked', opened.details)
    const card = await findCountedCard(db, PIN, { number }, yearBegan(now))
    if (card === null) return refuse('not_found')
    return ok(await publicStatement(strapi, card))
  },
})

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
