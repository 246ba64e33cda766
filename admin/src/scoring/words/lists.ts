import type {
  FlagKind,
  MovementKind,
  RecordState,
  RedemptionState,
  Theme,
  TransferKind,
} from '@practice/scoring/contracts'

/** The contract's words as lists, without the schemas' code: choosers need them, and a missing one does not compile. */
function wordsOf<Word extends string>(words: Readonly<Record<Word, true>>): Word[] {
  return Object.keys(words) as Word[]
}

/** The six contents of the work, in the article's order. */
export const THEMES = wordsOf<Theme>({
  theory: true,
  policy: true,
  values: true,
  culture: true,
  customs: true,
  service: true,
})

/** The states of a record, in the order of its way. */
export const RECORD_STATES = wordsOf<RecordState>({
  recorded: true,
  noticed: true,
  held: true,
  posted: true,
  rejected: true,
  withdrawn: true,
  voided: true,
})

/** Why points moved. */
export const TRANSFER_KINDS = wordsOf<TransferKind>({
  post: true,
  deduct: true,
  redeem: true,
  void: true,
  reverse: true,
  replace: true,
  lapse: true,
  settle: true,
})

/** Why stock moved. */
export const MOVEMENT_KINDS = wordsOf<MovementKind>({
  restock: true,
  correction: true,
  redeem: true,
  void: true,
  stocktake: true,
})

export const REDEMPTION_STATES = wordsOf<RedemptionState>({ done: true, voided: true })

/** What supervisors are warned of. */
export const FLAG_KINDS = wordsOf<FlagKind>({
  same_photo: true,
  burst: true,
  overlap: true,
  late: true,
  beyond_span: true,
  few_households: true,
})
