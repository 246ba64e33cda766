/** How many orders both products hold while their lists are measured. */
export const ORDER_COUNT = 100_000

/** The village whose list is asked for: 老三营村. */
export const VILLAGE = '640402100207'

/** One order of the measurement. */
export interface SyntheticOrder {
  documentId: string
  number: string
  siteCode: string
  state: 'placed' | 'dispatched' | 'accepted' | 'completed' | 'archived'
  urgency: 'urgent' | 'general'
  requesterName: string
  requesterPhone: string
  createdAt: Date
  deadline: Date
}

const STATES = ['placed', 'dispatched', 'accepted', 'completed', 'archived'] as const
const START = Date.UTC(2026, 8, 1)
const CHUNK = 5_000

/** 191 village codes, the measured village among them: the district's size. */
export function siteCodes(): string[] {
  const towns = Array.from({ length: 14 }, (_, index) => `6404021${String(index).padStart(2, '0')}`)
  return Array.from({ length: 191 }, (_, index) => `${towns[index % 14] ?? ''}${200 + Math.floor(index / 14)}`)
}

/** `count` orders spread evenly over the sites, in chunks; the same on every call. */
export function* syntheticOrders(sites: readonly string[], count: number): Generator<SyntheticOrder[]> {
  for (let first = 0; first < count; first += CHUNK) {
    yield Array.from({ length: Math.min(CHUNK, count - first) }, (_, offset) => orderAt(sites, first + offset))
  }
}

function orderAt(sites: readonly string[], index: number): SyntheticOrder {
  const createdAt = START + index * 60_000
  return {
    documentId: `bench${String(index).padStart(19, '0')}`,
    number: `B${String(index).padStart(9, '0')}`,
    siteCode: sites[index % sites.length] ?? VILLAGE,
    state: STATES[Math.floor(index / sites.length) % STATES.length] ?? 'placed',
    urgency: index % 7 === 0 ? 'urgent' : 'general',
    requesterName: `测${index % 1000}`,
    requesterPhone: `199${String(index % 100_000_000).padStart(8, '0')}`,
    createdAt: new Date(createdAt),
    deadline: new Date(createdAt + ((index * 7919) % 10_000) * 60_000),
  }
}
