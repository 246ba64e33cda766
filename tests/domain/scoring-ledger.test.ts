import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import {
  chainChecker,
  enter,
  entryHash,
  GENESIS,
  headOf,
  sidesOf,
  standingBreak,
  sumBreak,
  transferBreak,
  UNUSED,
  type AccountKind,
  type Entry,
  type LedgerAccount,
  type LedgerBreak,
} from '@practice/scoring/domain'
import { CARD, refusalOf, valueOf, VILLAGE } from './scoring-fixtures'

function opened(kind: AccountKind, changes: Partial<LedgerAccount> = {}): LedgerAccount {
  return { documentId: `${kind}-account`, kind, owner: CARD, siteCode: VILLAGE, ...UNUSED, ...changes }
}

/** An account after these changes, and its entries. What is refused leaves no trace. */
function chainOf(kind: AccountKind, changes: readonly number[]): { account: LedgerAccount; entries: Entry[] } {
  let account = opened(kind)
  const entries: Entry[] = []
  changes.forEach((change, index) => {
    const entered = enter(account, { transferId: `t${index}`, cause: `post:r${index}`, change, at: 1000 + index })
    if (!entered.ok) return
    account = entered.value.account
    entries.push(entered.value.entry)
  })
  return { account, entries }
}

function checked(account: LedgerAccount, entries: readonly Entry[]): LedgerBreak | null {
  const checker = chainChecker(account)
  for (const entry of entries) checker.add(entry)
  return checker.end()
}

const CHANGES = fc.array(
  fc.integer({ min: -50, max: 80 }).filter((change) => change !== 0),
  { minLength: 1, maxLength: 30 },
)

describe('an entry', () => {
  test('has the SHA-256 of a text that anybody can write down', () => {
    const facts = {
      previous: GENESIS,
      accountId: 'a1',
      sequence: 1,
      transferId: 't1',
      cause: 'post:r1',
      change: 10,
      balance: 10,
      at: 1_790_000_000_000,
    }
    const text = `["${GENESIS}","a1",1,"t1","post:r1",10,10,1790000000000]`
    expect(entryHash(facts)).toBe(createHash('sha256').update(text).digest('hex'))
  })

  test('continues its account: sequence, balance, and the hash before', () => {
    const { account, entries } = chainOf('card', [10, -4])
    expect(entries.map(({ sequence, balance }) => [sequence, balance])).toEqual([
      [1, 10],
      [2, 6],
    ])
    expect(entries[0]?.previous).toBe(GENESIS)
    expect(entries[1]?.previous).toBe(entries[0]?.hash)
    expect(account).toMatchObject({ balance: 6, sequence: 2, head: entries[1]?.hash })
  })

  test.each`
    kind          | balance | change | outcome
    ${'card'}     | ${10}   | ${-10} | ${null}
    ${'card'}     | ${10}   | ${-11} | ${'insufficient_points'}
    ${'card'}     | ${0}    | ${-1}  | ${'insufficient_points'}
    ${'card'}     | ${-5}   | ${3}   | ${null}
    ${'issuance'} | ${0}    | ${-11} | ${null}
    ${'shop'}     | ${0}    | ${-11} | ${null}
  `('$kind with $balance, $change: $outcome', ({ kind, balance, change, outcome }) => {
    const account = opened(kind as AccountKind, { balance })
    expect(refusalOf(enter(account, { transferId: 't', cause: 'c', change, at: 1 }))).toBe(outcome)
  })

  test('that is refused says what was there and what was asked for', () => {
    const refused = enter(opened('card', { balance: 10 }), { transferId: 't', cause: 'c', change: -12, at: 1 })
    expect(refused).toMatchObject({ details: { balance: 10, points: 12 } })
  })

  test('has its counterpart on the other side', () => {
    const { debit, credit } = sidesOf({ documentId: 't1', cause: 'post:r1', points: 10, at: 5 })
    expect(debit).toEqual({ transferId: 't1', cause: 'post:r1', change: -10, at: 5 })
    expect(credit).toEqual({ transferId: 't1', cause: 'post:r1', change: 10, at: 5 })
  })
})

describe('the checker of a chain', () => {
  test('finds nothing in what was entered, whatever it was, and cards never go below zero', () => {
    fc.assert(
      fc.property(CHANGES, fc.constantFrom<AccountKind>('card', 'shop', 'issuance'), (changes, kind) => {
        const { account, entries } = chainOf(kind, changes)
        expect(checked(account, entries)).toBeNull()
        expect(account.balance).toBe(entries.reduce((sum, { change }) => sum + change, 0))
        if (kind === 'card') expect(entries.every(({ balance }) => balance >= 0)).toBe(true)
      }),
    )
  })

  test('finds an account that was never used sound', () => {
    expect(checked(opened('card'), [])).toBeNull()
  })

  test('finds any flipped field, at its entry', () => {
    const flips: ((entry: Entry) => Entry)[] = [
      (entry) => ({ ...entry, change: entry.change + 1 }),
      (entry) => ({ ...entry, balance: entry.balance + 1 }),
      (entry) => ({ ...entry, at: entry.at + 1 }),
      (entry) => ({ ...entry, cause: `${entry.cause}x` }),
      (entry) => ({ ...entry, transferId: `${entry.transferId}x` }),
      (entry) => ({ ...entry, accountId: 'another' }),
      (entry) => ({ ...entry, hash: entry.hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }),
      (entry) => ({ ...entry, previous: entry.previous.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }),
    ]
    fc.assert(
      fc.property(CHANGES, fc.nat(), fc.constantFrom(...flips), (changes, which, flip) => {
        const { account, entries } = chainOf('shop', changes)
        const index = which % entries.length
        const spoilt = entries.map((entry, position) => (position === index ? flip(entry) : entry))
        expect(checked(account, spoilt)).toMatchObject({ kind: 'hash', sequence: index + 1, account: `shop ${CARD}` })
      }),
    )
  })

  test('finds what was taken out, what stands twice and what changed places', () => {
    fc.assert(
      fc.property(CHANGES, fc.nat(), (changes, which) => {
        const { account, entries } = chainOf('shop', changes)
        const index = which % entries.length
        const without = entries.filter((_, position) => position !== index)
        const twice = entries.flatMap((entry, position) => (position === index ? [entry, entry] : [entry]))
        const last = index === entries.length - 1
        expect(checked(account, without)).toMatchObject(
          last ? { kind: 'account', sequence: index } : { kind: 'sequence', sequence: index + 1 },
        )
        expect(checked(account, twice)).toMatchObject({ kind: 'sequence', sequence: index + 1 })
        if (last) return
        const swapped = [...entries]
        swapped.splice(index, 2, ...entries.slice(index, index + 2).reverse())
        expect(checked(account, swapped)).toMatchObject({ kind: 'sequence', sequence: index + 1 })
      }),
    )
  })

  test('finds a forger who computed the hashes again: the balance, or the head that the account kept', () => {
    const { account, entries } = chainOf('card', [10, 5])
    const [first, second] = entries as [Entry, Entry]
    const richer = { ...second, change: 50 }
    expect(checked(account, [first, { ...richer, hash: entryHash(richer) }])).toMatchObject({
      kind: 'balance',
      sequence: 2,
      transfer: 't1',
      text: '第 2 笔分录后余额记为 15，应为 60',
    })
    const whole = { ...second, change: 50, balance: 60 }
    const forged = { ...whole, hash: entryHash(whole) }
    expect(checked(account, [first, forged])).toMatchObject({ kind: 'account', text: '账户余额记为 15，分录合计为 60' })
    expect(checked({ ...account, balance: 60 }, [first, forged])).toMatchObject({
      kind: 'account',
      text: '账户的校验值不是最后一笔分录的校验值',
    })
  })

  test('finds a card below zero though everything adds up', () => {
    const facts = { ...UNUSED, accountId: 'card-account', sequence: 1, transferId: 't', cause: 'c', at: 1 }
    const entry = { ...facts, change: -5, balance: -5, previous: GENESIS }
    const hash = entryHash(entry)
    const account = opened('card', { balance: -5, sequence: 1, head: hash })
    expect(checked(account, [{ ...entry, hash }])).toMatchObject({ kind: 'negative', sequence: 1 })
  })

  test('speaks of the first break only', () => {
    const { account, entries } = chainOf('card', [10, 10, 10])
    const checker = chainChecker(account)
    const said = entries.map((entry, index) => checker.add(index > 0 ? { ...entry, change: 99 } : entry))
    expect(said.map((found) => found?.sequence ?? null)).toEqual([null, 2, null])
    expect(checker.end()).toMatchObject({ sequence: 2 })
  })
})

describe('the ledger as a whole', () => {
  const transfer = { documentId: 't1', debitId: 'a', creditId: 'b', points: 10 }
  test.each`
    entries                               | sound
    ${[['a', -10], ['b', 10]]}            | ${true}
    ${[['b', 10], ['a', -10]]}            | ${true}
    ${[['a', -10]]}                       | ${false}
    ${[['a', -10], ['b', 9]]}             | ${false}
    ${[['a', 10], ['b', -10]]}            | ${false}
    ${[['a', -10], ['c', 10]]}            | ${false}
    ${[['a', -10], ['b', 10], ['b', 10]]} | ${false}
    ${[]}                                 | ${false}
  `('a transfer with $entries', ({ entries, sound }) => {
    const found = transferBreak({
      ...transfer,
      entries: (entries as [string, number][]).map(([accountId, change]) => ({ accountId, change })),
    })
    expect(found?.kind ?? null).toBe(sound ? null : 'transfer')
    if (!sound) expect(found?.transfer).toBe('t1')
  })

  test('adds up to zero, and agrees with the figures kept beside it', () => {
    expect(sumBreak(0)).toBeNull()
    expect(sumBreak(3)).toMatchObject({ kind: 'sum', account: null })
    expect(standingBreak(VILLAGE, 7, 7)).toBeNull()
    expect(standingBreak(VILLAGE, 7, 8)).toMatchObject({ kind: 'standing', text: expect.stringContaining(VILLAGE) })
  })

  test('has a head that no order of accounts changes, and any of their heads does', () => {
    const account = fc.record({
      kind: fc.constantFrom<AccountKind>('card', 'shop', 'issuance'),
      owner: fc.string({ minLength: 1, maxLength: 6 }),
      sequence: fc.nat(),
      head: fc.string(),
    })
    const accounts = fc.uniqueArray(account, { selector: ({ kind, owner }) => `${kind} ${owner}`, minLength: 1 })
    fc.assert(
      fc.property(accounts, fc.nat(), (some, which) => {
        const head = headOf(some)
        expect(headOf([...some].reverse())).toBe(head)
        const index = which % some.length
        const changed = some.map((one, position) => (position === index ? { ...one, head: `${one.head}x` } : one))
        expect(headOf(changed)).not.toBe(head)
      }),
    )
    expect(headOf([])).toMatch(/^[0-9a-f]{64}$/)
  })

  test('of random transfers adds up to zero, and no card is below', () => {
    const step = fc.tuple(fc.nat(3), fc.nat(3), fc.integer({ min: 1, max: 40 }))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const accounts = (['issuance', 'card', 'card', 'shop'] as const).map((kind, index) =>
          opened(kind, { documentId: `a${index}`, owner: `o${index}` }),
        )
        steps.forEach(([from, to, points], index) => {
          if (from === to) return
          const sides = sidesOf({ documentId: `t${index}`, cause: `c${index}`, points, at: index })
          const [debit, credit] = [accounts[from], accounts[to]]
          if (debit === undefined || credit === undefined) return
          const taken = enter(debit, sides.debit)
          if (!taken.ok) return
          accounts[from] = taken.value.account
          accounts[to] = valueOf(enter(credit, sides.credit)).account
        })
        expect(accounts.reduce((sum, { balance }) => sum + balance, 0)).toBe(0)
        expect(accounts.filter(({ kind, balance }) => kind === 'card' && balance < 0)).toEqual([])
      }),
    )
  })
})
