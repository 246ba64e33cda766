import * as fc from 'fast-check'
import { pointsToLapse, yearEndBefore, type Movement, type TransferKind } from '@practice/scoring/domain'
import { at } from './scoring-fixtures'

/** `'redeem -5'` as a movement, `'void 5 of 0'` as one that undoes the first. */
function movements(...lines: string[]): Movement[] {
  return lines.map((line, index) => {
    const [kind, change, , of] = line.split(' ')
    return {
      kind: kind as TransferKind,
      change: Number(change),
      transferId: `t${index}`,
      reverses: of === undefined ? null : of === 'old' ? 'from-before' : `t${of}`,
    }
  })
}

test.each`
  now                   | year    | endedAt
  ${'2027-01-01T00:00'} | ${2026} | ${'2027-01-01T00:00'}
  ${'2027-01-01T00:05'} | ${2026} | ${'2027-01-01T00:00'}
  ${'2026-12-31T23:59'} | ${2025} | ${'2026-01-01T00:00'}
  ${'2027-11-24T10:00'} | ${2026} | ${'2027-01-01T00:00'}
`('at $now the points of $year are due', ({ now, year, endedAt }) => {
  expect(yearEndBefore(at(now as string))).toEqual({ year, endedAt: at(endedAt as string) })
})

test.each`
  because                                           | held   | since                             | lapses
  ${'nothing happened since'}                       | ${100} | ${[]}                             | ${100}
  ${'nothing was held'}                             | ${0}   | ${['post 10']}                    | ${0}
  ${'what came since stays'}                        | ${100} | ${['post 30']}                    | ${100}
  ${'what was spent since is gone'}                 | ${100} | ${['redeem -40']}                 | ${60}
  ${'old points are spent first'}                   | ${100} | ${['post 30', 'redeem -120']}     | ${0}
  ${'more than the old was spent'}                  | ${10}  | ${['post 30', 'redeem -40']}      | ${0}
  ${'a redemption undone since was none'}           | ${100} | ${['redeem -40', 'void 40 of 0']} | ${100}
  ${'a posting undone since was none'}              | ${100} | ${['post 5', 'reverse -5 of 0']}  | ${100}
  ${'an old redemption undone since comes new'}     | ${60}  | ${['void 40 of old']}             | ${60}
  ${'an old posting undone since takes of the old'} | ${60}  | ${['reverse -20 of old']}         | ${40}
  ${'a deduction takes of the old'}                 | ${60}  | ${['deduct -20']}                 | ${40}
  ${'to replace a card spends nothing'}             | ${60}  | ${['replace -60', 'replace 60']}  | ${60}
`('$because: of $held lapse $lapses', ({ held, since, lapses }) => {
  expect(pointsToLapse(held as number, movements(...(since as string[])))).toBe(lapses)
})

/** A year's beginning at random: earned, spent, and things of it undone again. Gives what is left beside the movements. */
function beginning(held: number, steps: readonly { act: 'post' | 'redeem' | 'deduct' | 'undo'; size: number }[]) {
  let balance = held
  const since: Movement[] = []
  for (const { act, size } of steps) {
    const undone = new Set(since.map(({ reverses }) => reverses))
    const left = since.filter(({ transferId, reverses }) => reverses === null && !undone.has(transferId))
    const target = act === 'undo' ? left[size % left.length] : undefined
    if (act === 'undo' && target === undefined) continue
    const change = target !== undefined ? -target.change : act === 'post' ? size : -size
    if (balance + change < 0) continue
    balance += change
    const kind = act === 'undo' ? 'reverse' : act
    since.push({ kind, change, transferId: `t${since.length}`, reverses: target?.transferId ?? null })
  }
  return { balance, since }
}

test('what lapses was held then and is held now, and what came since is never taken', () => {
  const step = fc.record({
    act: fc.constantFrom('post' as const, 'redeem' as const, 'deduct' as const, 'undo' as const),
    size: fc.integer({ min: 1, max: 60 }),
  })
  fc.assert(
    fc.property(fc.nat(200), fc.array(step, { maxLength: 20 }), (held, steps) => {
      const { balance, since } = beginning(held, steps)
      const lapses = pointsToLapse(held, since)
      expect(lapses).toBeGreaterThanOrEqual(0)
      expect(lapses).toBeLessThanOrEqual(Math.min(held, balance))
      if (since.every(({ change }) => change > 0)) expect(lapses).toBe(held)
    }),
  )
})
