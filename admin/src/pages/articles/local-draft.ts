import type { ArticleValues } from './article'

const PREFIX = 'practice.article'

/** What was typed and is not on the server, kept by this browser. */
export interface LocalDraft {
  values: ArticleValues
  /** The version that it was typed on: `updatedAt` of the draft, null for a new article. */
  base: string | null
  /** Milliseconds. */
  savedAt: number
}

/** The part of the browser's storage that is needed; tests hand in their own. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Keeps the drafts of one person; several may share a computer. */
export class LocalDrafts {
  constructor(
    private readonly username: string,
    private readonly storage: DraftStorage = localStorage,
  ) {}

  private keyOf(documentId: string | null): string {
    return `${PREFIX}.${this.username}.${documentId ?? 'new'}`
  }

  /** What is kept of an article (null: the new one), or null. What cannot be read is nothing. */
  read(documentId: string | null): LocalDraft | null {
    try {
      const text = this.storage.getItem(this.keyOf(documentId))
      const draft = text === null ? null : (JSON.parse(text) as Partial<LocalDraft>)
      if (draft?.values === undefined || typeof draft.values.title !== 'string') return null
      return { values: draft.values, base: draft.base ?? null, savedAt: draft.savedAt ?? 0 }
    } catch {
      return null
    }
  }

  /** Keeps what was typed. Says whether there was room. */
  keep(documentId: string | null, draft: LocalDraft): boolean {
    try {
      this.storage.setItem(this.keyOf(documentId), JSON.stringify(draft))
      return true
    } catch {
      return false
    }
  }

  /** It is on the server now, or not wanted. */
  forget(documentId: string | null): void {
    this.storage.removeItem(this.keyOf(documentId))
  }
}
