import { useQueryClient } from '@tanstack/react-query'
import type { ArticleDeskView, ArticleVerb, ArticleVerbBody } from '@practice/access/contracts'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { ApiError } from '../../api/error'
import { isBlank } from '../../components/rich-text/sanitise'
import { problemsIn, problemsOf, valuesOf } from './article'
import type { DraftRow, Problems } from './article'
import { actOnArticle, articleQuery, deleteArticle, loadDraft, restoreArticle, saveArticle } from './queries'
import type { ArticleVersions, Base } from './queries'
import type { WrittenArticle } from './useArticleValues'

/** What is done to an article; also a key of `articles:busy` and `articles:done`. */
export type Act = 'save' | 'remove' | 'restore' | ArticleVerb

/** What an act wants to know. */
export interface Said {
  /** ISO, for `schedule`. */
  publishAt?: string
  /** Why, for `return`. */
  note?: string
  /** The revision's version, for `restore`. */
  to?: number
}

/** An act that waits because somebody else has written the draft meanwhile. */
export interface Conflict {
  act: Act
  said: Said
  theirs: DraftRow
}

/** What was typed goes with these; the others leave it where it is. */
const WITH_THE_TEXT: readonly Act[] = ['save', 'submit', 'approve', 'schedule', 'publish']
/** These want a text to read. */
const HANDED_ON: readonly Act[] = ['submit', 'approve', 'schedule', 'publish']

/** What is said once beside the buttons, when an act went otherwise than asked; keys of `articles:aside`. */
export type Aside = 'needsApproval' | 'reloaded'

/** What can be done to the article on the page, and how it went. */
export interface ArticleDesk {
  /** Null for an article that is begun. */
  view: ArticleDeskView | null
  busy: Act | null
  done: Act | null
  error: unknown
  aside: Aside | null
  problems: Problems
  conflict: Conflict | null
  dismissConflict: () => void
  /** Writes on from what the other has written. */
  takeTheirs: () => Promise<void>
  /** Carries an act out, saving what was typed before. With `over` it is written over that version. */
  carryOut: (act: Act, said?: Said, over?: DraftRow) => Promise<void>
}

/** Saving, reviewing, publishing and the like, for what is being written. */
export function useArticleDesk(versions: ArticleVersions | null, written: WrittenArticle): ArticleDesk {
  // The page of a new article stays as it is when the article gets its address.
  const { key: editor } = useLocation()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [busy, setBusy] = useState<Act | null>(null)
  const [done, setDone] = useState<Act | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [aside, setAside] = useState<Aside | null>(null)
  const [problems, setProblems] = useState<Problems>({})
  const [conflict, setConflict] = useState<Conflict | null>(null)

  async function reload(documentId: string): Promise<ArticleVersions> {
    void client.invalidateQueries({ queryKey: ['articles', 'list'] })
    void client.invalidateQueries({ queryKey: ['articles', 'desk'] })
    void client.invalidateQueries({ queryKey: ['articles', 'count'] })
    void client.invalidateQueries({ queryKey: ['articles', 'history', documentId] })
    return client.fetchQuery({ ...articleQuery(documentId), staleTime: 0 })
  }

  /** Writes the draft when that is needed. */
  async function saved(act: Act, base: DraftRow | null): Promise<DraftRow> {
    const isNeeded = base === null || (written.isDirty && WITH_THE_TEXT.includes(act))
    if (!isNeeded) return base
    const row = await saveArticle(base === null ? null : baseOf(base), written.values)
    written.markSaved(written.values)
    return row
  }

  async function perform(act: Act, said: Said, base: DraftRow | null): Promise<void> {
    if (act === 'remove') {
      if (base !== null) await deleteArticle(base.documentId)
      written.markSaved(written.values)
      await navigate('/articles')
      return
    }
    const row = await saved(act, base)
    let isThrough = false
    try {
      if (act !== 'save' && act !== 'restore' && !row.desk.allowed.includes(act)) setAside('needsApproval')
      else {
        if (act === 'restore') await restoreArticle(baseOf(row), said.to ?? 0)
        else if (act !== 'save') await actOnArticle(row.documentId, act, bodyOfVerb(act, row, said))
        setDone(act)
      }
      isThrough = true
    } finally {
      // Also when the rest was refused, what was typed is saved, and the page stands on that.
      if (isThrough || row !== base) {
        const { draft } = await reload(row.documentId)
        if (isThrough && act === 'restore') written.replace(valuesOf(draft))
        if (base === null) await navigate(`/articles/${row.documentId}`, { replace: true, state: { editor } })
      }
    }
  }

  async function carryOut(act: Act, said: Said = {}, over: DraftRow | null = versions?.draft ?? null): Promise<void> {
    const found = WITH_THE_TEXT.includes(act) ? problemsOf(written.values, HANDED_ON.includes(act), isBlank) : {}
    setProblems(found)
    setError(null)
    setAside(null)
    setDone(null)
    setConflict(null)
    if (Object.keys(found).length > 0) return
    setBusy(act)
    try {
      await perform(act, said, over)
    } catch (cause) {
      if (cause instanceof ApiError && cause.code === 'changed' && over !== null) await meet(act, said, over)
      else setError(cause)
      if (cause instanceof ApiError) setProblems(problemsIn(cause))
    } finally {
      setBusy(null)
    }
  }

  /** Somebody else was faster. With nothing typed there is nothing to decide: their text is shown. */
  async function meet(act: Act, said: Said, over: DraftRow): Promise<void> {
    try {
      if (written.isDirty) {
        setConflict({ act, said, theirs: await loadDraft(over.documentId) })
        return
      }
      written.replace(valuesOf((await reload(over.documentId)).draft))
      setAside('reloaded')
    } catch (cause) {
      setError(cause)
    }
  }

  async function takeTheirs(): Promise<void> {
    if (conflict === null) return
    setConflict(null)
    try {
      written.replace(valuesOf((await reload(conflict.theirs.documentId)).draft))
    } catch (cause) {
      setError(cause)
    }
  }

  return {
    view: versions?.draft.desk ?? null,
    busy,
    done,
    error,
    aside,
    problems,
    conflict,
    dismissConflict: () => setConflict(null),
    takeTheirs,
    carryOut,
  }
}

function baseOf({ documentId, desk }: DraftRow): Base {
  return { documentId, version: desk.version }
}

function bodyOfVerb(verb: ArticleVerb, { desk }: DraftRow, { note = '', publishAt = '' }: Said): ArticleVerbBody {
  const { version } = desk
  if (verb === 'return') return { version, note }
  return verb === 'schedule' ? { version, publishAt } : { version }
}
