/**
 * What somebody has typed and not sent yet, kept in this browser under their own name: a lost connection, a closed tab
 * or a dead battery costs nothing. It is dropped once it was sent.
 */
export interface StoredDraft<Draft> {
  /** What was kept, or null. What cannot be read counts as nothing. */
  read: () => Draft | null
  keep: (draft: Draft) => void
  drop: () => void
}

/** The draft of one thing (`place`, `complete:<documentId>`) of one person. `isDraft` checks what was kept. */
export function storedDraft<Draft>(
  username: string,
  name: string,
  isDraft: (value: unknown) => value is Draft,
): StoredDraft<Draft> {
  const key = `practice.draft.${username}.${name}`
  return {
    read: () => {
      try {
        const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
        return isDraft(kept) ? kept : null
      } catch {
        return null
      }
    },
    keep: (draft) => {
      try {
        localStorage.setItem(key, JSON.stringify(draft))
      } catch {
        // A full or forbidden storage must not stop anybody from typing on.
      }
    },
    drop: () => localStorage.removeItem(key),
  }
}
