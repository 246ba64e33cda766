import type { ArticleValues } from './article'

const PREFIX = 'practice.article'

/** What was typed and is not on the server, kept by this browser. */
export interface LocalDraft {
  values: ArticleValues
  /** The version of the draft that it was typed on, null for a new article. */
  base: number | null
  /** Milliseconds. */
  savedAt: number
}

/** Pictures were not noted in drafts that were kept earlier. */
type StoredDraft = Omit<LocalDraft, 'values'> & {
  values: Omit<ArticleValues, 'pictures'> & Partial<Pick<ArticleValues, 'pictures'>>
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
      const draft = text === null ? null : (JSON.parse(text) as Partial<StoredDraft>)
      if (draft?.values === undefined || typeof draft.values.title !== 'string') return null
      const { values, base = null, savedAt = 0 } = draft
      return { values: { ...values, pictures: values.pictures ?? [] }, base, savedAt }
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
