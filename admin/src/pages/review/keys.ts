/** What a key asks for in the queue. */
export type ReviewMove = 'approve' | 'reject' | 'next' | 'previous'

/** What is known about a pressed key. */
export interface PressedKey {
  key: string
  /** With Ctrl, Alt or Meta it is the browser's; held down it must not decide a whole queue. */
  hasModifier: boolean
  isRepeated: boolean
  /** Meant for a field, a dialog or a photo that covers the page. */
  isTaken: boolean
}

const MOVES: Readonly<Record<string, ReviewMove>> = { a: 'approve', r: 'reject', j: 'next', k: 'previous' }

/** `a` approves, `r` rejects, `j` and `k` move; null for every other key. Decisions only where they are allowed. */
export function moveOf(pressed: PressedKey, mayDecide: { approve: boolean; reject: boolean }): ReviewMove | null {
  if (pressed.hasModifier || pressed.isTaken) return null
  const move = MOVES[pressed.key.toLowerCase()] ?? null
  if (move === null || move === 'next' || move === 'previous') return move
  return mayDecide[move] && !pressed.isRepeated ? move : null
}
