import { newDocumentId, service } from '@practice/kernel'
import type { Knex } from 'knex'
import type {} from '@practice/scoring/services'
import { app, asSystem } from '../support/api'

/** As text, which both databases take: jest's dates are not those that SQLite's driver knows. */
const at = '2026-10-01T00:00:00.000Z'

let trx: Knex.Transaction

class Undone extends Error {}

/** Runs a test in a transaction that is undone, so that no ledger is left spoilt for other tests. */
const undone = (work: () => Promise<void>) => async () => {
  const run = app().db.transaction(async (current) => {
    trx = current.trx as unknown as Knex.Transaction
    await work()
    throw new Undone()
  })
  await run.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
}

/** A row written past everything but the database. */
async function written(table: string, columns: object): Promise<string> {
  const documentId = newDocumentId()
  const stamps = { document_id: documentId, created_at: at, updated_at: at, published_at: at }
  await inSavepoint((inner) => inner(table).insert({ ...stamps, ...columns }))
  return documentId
}

/** Does something in a savepoint: PostgreSQL goes on with no transaction in which a statement failed. */
async function inSavepoint(work: (inner: Knex.Transaction) => PromiseLike<unknown>): Promise<void> {
  await trx.transaction(async (inner) => void (await work(inner)))
}

const SITE = { site_code: '640499100200' }
const BY = { actor: 'somebody', actor_name: '某某', at }

const account = (kind: string, balance: number) =>
  written('scoring_accounts', { ...SITE, kind, owner: newDocumentId(), balance, sequence: 1, head: 'a' })

const transfer = (cause: string, more: object = {}) =>
  written('scoring_transfers', { ...SITE, ...BY, kind: 'post', cause, debit: 'a', credit: 'b', points: 1, ...more })

const goods = (stock: number) =>
  written('scoring_goods', {
    ...{ ...SITE, code: newDocumentId(), name: '香皂', unit: '块', points: 3, stock, low_stock: 0, active: true },
    ...{ shop_code: 's', position: 1, version: 1 },
  })

const flag = () =>
  written('scoring_flags', {
    ...SITE,
    kind: 'late',
    cause: newDocumentId(),
    subject: 'x',
    state: 'open',
    raised_at: at,
  })

/** What becomes of a statement: `done`, or the database's refusal. */
function outcome(work: PromiseLike<unknown>): Promise<string> {
  return Promise.resolve(work).then(
    () => 'done',
    ({ message }: Error) => message,
  )
}

/** What becomes of a change of one row. */
function changed(table: string, documentId: string, columns: object | 'delete'): Promise<string> {
  return outcome(
    inSavepoint((inner) => {
      const row = inner(table).where({ document_id: documentId })
      return columns === 'delete' ? row.delete() : row.update(columns)
    }),
  )
}

describe('the database holds', () => {
  test.each`
    what                            | columns
    ${'a card below zero'}          | ${{ balance: -1, sequence: 2, head: 'b' }}
    ${'another owner'}              | ${{ owner: 'x' }}
    ${'another kind'}               | ${{ kind: 'shop' }}
    ${'a balance without an entry'} | ${{ balance: 6 }}
    ${'a head without an entry'}    | ${{ head: 'b' }}
    ${'a sequence that goes back'}  | ${{ sequence: 0 }}
    ${'an account that disappears'} | ${'delete'}
  `('off $what', ({ columns }: { columns: object | 'delete' }) =>
    undone(async () => {
      const documentId = await account('card', 5)
      expect(await changed('scoring_accounts', documentId, columns)).toMatch(/never|alone/)
      expect(await changed('scoring_accounts', documentId, { balance: 0, sequence: 2, head: 'b' })).toBe('done')
    })(),
  )

  test(
    'what a site issued below zero, and no new card',
    undone(async () => {
      const documentId = await account('issuance', -5)
      expect(await changed('scoring_accounts', documentId, { balance: -6, sequence: 2, head: 'b' })).toBe('done')
      expect(await outcome(account('card', -1))).toMatch(/never/)
    }),
  )

  test(
    'a transfer as it was made, once for its cause',
    undone(async () => {
      const cause = `post:${newDocumentId()}`
      const documentId = await transfer(cause)
      expect(await outcome(transfer(cause))).toMatch(/unique/i)
      expect(await changed('scoring_transfers', documentId, { points: 2 })).toMatch(/never change/)
      expect(await changed('scoring_transfers', documentId, 'delete')).toMatch(/never deleted/)
    }),
  )

  test(
    'stock at zero or above',
    undone(async () => {
      expect(await outcome(goods(-1))).toMatch(/never/)
      const documentId = await goods(1)
      expect(await changed('scoring_goods', documentId, { stock: trx.raw('stock - 1') })).toBe('done')
      expect(await changed('scoring_goods', documentId, { stock: trx.raw('stock - 1') })).toMatch(/never/)
    }),
  )

  test(
    'its flags',
    undone(async () => {
      expect(await changed('scoring_flags', await flag(), 'delete')).toMatch(/never/)
    }),
  )
})

describe('Strapi’s own ways', () => {
  test('are closed to everybody but the system, and to the system for what is there', async () => {
    const transfers = app().db.query('plugin::scoring.transfer')
    const documentId = newDocumentId()
    const { documents } = app()
    await expect(documents('plugin::scoring.transfer').delete({ documentId })).rejects.toThrow()
    await expect(documents('plugin::scoring.record').create({ data: { number: 'x' } })).rejects.toThrow()
    await expect(asSystem(() => transfers.deleteMany({ where: { documentId } }))).rejects.toThrow()
    await expect(asSystem(() => transfers.updateMany({ where: { documentId }, data: { points: 9 } }))).rejects.toThrow()
  })

  test(
    'bound a resident to the transfers of the household',
    undone(async () => {
      const mine = newDocumentId()
      await transfer(newDocumentId(), { household_code: mine })
      await transfer(newDocumentId(), { household_code: newDocumentId() })
      await transfer(newDocumentId())
      const resident = {
        ...({ kind: 'user', userId: 1, username: 'x', displayName: 'x', role: 'resident' } as const),
        ...{ siteCode: null, teamCode: null, householdCode: mine, assignedSiteCodes: [] },
      }
      const transfers = app().db.query('plugin::scoring.transfer')
      const seen = (await service(app(), 'access', 'actors').runAs(resident, () => transfers.findMany())) as unknown[]
      expect(seen).toMatchObject([{ householdCode: mine }])
    }),
  )
})

test('a test may set the clock of points', () => {
  const clock = service(app(), 'scoring', 'clock')
  const { now } = clock
  clock.now = () => 1
  expect(service(app(), 'scoring', 'clock').now()).toBe(1)
  clock.now = now
})
