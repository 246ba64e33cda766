import { textOf } from './import-cells'
import type { SourceType } from './vocabulary'

/** What names in the sheet may mean. */
export interface ImportLookups {
  cards: readonly { number: string; holderName: string }[]
  rules: readonly { code: string; name: string }[]
  /** Archived orders and activities by the number or code that people know. */
  sources: readonly { number: string; type: SourceType; documentId: string }[]
}

/** The lookups, ready to be asked by what a cell says. */
export interface ImportIndex {
  cards: ReadonlyMap<string, string>
  /** Numbers by holder, and holders by number. */
  numbers: ReadonlyMap<string, readonly string[]>
  holders: ReadonlyMap<string, string>
  rules: ReadonlyMap<string, readonly string[]>
  sources: ReadonlyMap<string, { type: SourceType; documentId: string }>
}

/** Indexes the lookups: rules by code and by name, cards by number and by holder. */
export function indexOf({ cards, rules, sources }: ImportLookups): ImportIndex {
  const ruleNames = rules.flatMap(({ code, name }) => [
    [textOf(code).toUpperCase(), code] as const,
    [textOf(name), code] as const,
  ])
  return {
    cards: new Map(cards.map(({ number }) => [textOf(number), number])),
    numbers: gathered(cards.map(({ number, holderName }) => [textOf(holderName), number] as const)),
    holders: new Map(cards.map(({ number, holderName }) => [number, textOf(holderName)])),
    rules: gathered(ruleNames),
    sources: new Map(sources.map(({ number, type, documentId }) => [textOf(number), { type, documentId }])),
  }
}

function gathered(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const all = new Map<string, string[]>()
  for (const [key, value] of pairs) {
    const known = all.get(key)
    if (known === undefined) all.set(key, [value])
    else if (!known.includes(value)) known.push(value)
  }
  return all
}
