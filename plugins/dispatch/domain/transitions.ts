import type { Role } from '@practice/kernel'
import type { OrderState, Verb } from './vocabulary'

/** Conditions beyond role and state, by name; `guards.ts` says what each checks. */
export const NEEDS = [
  'team',
  'pool_teams',
  'free_capacity',
  'comment',
  'on_behalf',
  'known_volunteers',
  'low_rating',
  'everything_on_file',
] as const
export type Need = (typeof NEEDS)[number]

/** One row of the rulebook. */
export interface Transition {
  from: readonly OrderState[]
  /** `same` leaves the state as it is. */
  to: OrderState | 'same'
  by: readonly Role[]
  /** What becomes of the verb while the order waits for the resident: refused, as good as ever, or only then. */
  whilePaused: 'refused' | 'allowed' | 'required'
  needs: readonly Need[]
}

const DESK = ['county-dispatcher', 'town-officer'] as const
const DESK_AND_VILLAGE = [...DESK, 'village-admin'] as const
const TEAM = ['team-leader'] as const
const UNDER_WAY = ['dispatched', 'accepted', 'started'] as const

/** The closed loop as data (contract.md, "Orders"; permissions.md, row "order"). */
export const TRANSITIONS = {
  dispatch: {
    from: ['placed', 'pooled'],
    to: 'dispatched',
    by: DESK_AND_VILLAGE,
    whilePaused: 'refused',
    needs: ['team'],
  },
  pool: { from: ['placed'], to: 'pooled', by: DESK, whilePaused: 'refused', needs: ['pool_teams'] },
  claim: { from: ['pooled'], to: 'accepted', by: TEAM, whilePaused: 'refused', needs: ['free_capacity'] },
  accept: { from: ['dispatched'], to: 'accepted', by: TEAM, whilePaused: 'refused', needs: [] },
  decline: { from: ['dispatched'], to: 'placed', by: TEAM, whilePaused: 'refused', needs: [] },
  start: { from: ['accepted'], to: 'started', by: TEAM, whilePaused: 'refused', needs: [] },
  complete: { from: ['started'], to: 'completed', by: TEAM, whilePaused: 'refused', needs: ['known_volunteers'] },
  rate: {
    from: ['completed'],
    to: 'rated',
    by: [...DESK_AND_VILLAGE, 'resident'],
    whilePaused: 'refused',
    needs: ['on_behalf', 'comment'],
  },
  rework: { from: ['rated'], to: 'dispatched', by: DESK, whilePaused: 'refused', needs: ['low_rating'] },
  pause: { from: UNDER_WAY, to: 'same', by: [...DESK, ...TEAM], whilePaused: 'refused', needs: [] },
  resume: { from: UNDER_WAY, to: 'same', by: [...DESK, ...TEAM], whilePaused: 'required', needs: [] },
  cancel: {
    from: ['placed', 'pooled', 'dispatched', 'accepted'],
    to: 'cancelled',
    by: [...DESK_AND_VILLAGE, 'resident'],
    whilePaused: 'allowed',
    needs: [],
  },
  archive: {
    from: ['completed', 'rated'],
    to: 'archived',
    by: DESK,
    whilePaused: 'refused',
    needs: ['everything_on_file'],
  },
} as const satisfies Record<Verb, Transition>

/** The same table with its members seen as `Transition`, for code that asks for any verb. */
export const transitionOf = (verb: Verb): Transition => TRANSITIONS[verb]
