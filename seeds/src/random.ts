/** A stream of numbers that its seed alone decides, so that every run of the seeds invents the same district. */
export interface Random {
  /** From 0 up to, not including, 1. */
  fraction(): number
  /** An integer from `least` to `most`, both included. */
  integer(least: number, most: number): number
  /** True with this probability. */
  chance(probability: number): boolean
  /** One of a list that is not empty. */
  pick<Item>(items: readonly Item[]): Item
  /** One of a list that is not empty, more often the larger its weight. */
  weighted<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item
}

/** The stream that belongs to a name. Each invented thing draws from its own, so that adding one changes no other. */
export function randomOf(name: string): Random {
  const fraction = mulberry32(fnv1a(name))
  const pick = <Item>(items: readonly Item[]): Item => itemAt(items, Math.floor(fraction() * items.length))
  return {
    fraction,
    integer: (least, most) => least + Math.floor(fraction() * (most - least + 1)),
    chance: (probability) => fraction() < probability,
    pick,
    weighted: (items, weightOf) => {
      let left = fraction() * items.reduce((sum, item) => sum + weightOf(item), 0)
      const at = items.findIndex((item) => (left -= weightOf(item)) < 0)
      return itemAt(items, at < 0 ? items.length - 1 : at)
    },
  }
}

function itemAt<Item>(items: readonly Item[], at: number): Item {
  if (at < 0 || at >= items.length) throw new RangeError('nothing to choose from')
  return items[at] as Item
}

/** FNV-1a over UTF-16 units: 32 bits of seed from a name. */
function fnv1a(name: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  }
  return hash >>> 0
}

/** Mulberry32: small, fast, and even enough for names and dates. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
