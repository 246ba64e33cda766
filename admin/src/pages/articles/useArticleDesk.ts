import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { ApiError } from '../../api/error'
import { isBlank } from '../../components/rich-text/sanitise'
import { problemsIn, problemsOf, stateOf } from './article'
import type { ArticleRow, ArticleState, Problems } from './article'
import { articleQuery, deleteArticle, loadUpdatedAt, saveArticle, turnArticle } from './queries'
import type { ArticleVersions } from './queries'
import type { WrittenArticle } from './useArticleValues'

/** What is done to an article; also a key of `articles:done`. */
export type Act = 'save' | 'publish' | 'schedule' | 'unschedule' | 'unpublish' | 'remove'

/** An act that waits because somebody else has written the draft meanwhile. */
export interface Conflict {
  act: Act
  publishAt: string | undefined
}

/** What can be done to the article on the page, and how it went. */
export interface ArticleDesk {
  state: ArticleState
  isNew: boolean
  isPublished: boolean
  publishAt: string | null
  busy: Act | null
  done: Act | null
  error: unknown
  problems: Problems
  conflict: Conflict | null
  dismissConflict: () => void
  /** Carries an act out, saving what was typed before. `publishAt` (ISO) is for `schedule`. */
  carryOut: (act: Act, publishAt?: string, overwrite?: boolean) => Promise<void>
}

/** Saving, publishing and the like, for what is being written. */
export function useArticleDesk(versions: ArticleVersions | null, written: WrittenArticle): ArticleDesk {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [busy, setBusy] = useState<Act | null>(null)
  const [done, setDone] = useState<Act | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [problems, setProblems] = useState<Problems>({})
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const documentId = versions?.draft.documentId ?? null

  /** Writes the draft when that is needed, and tells which article it is. */
  async function saved(act: Act, publishAt: string | null | undefined): Promise<string> {
    const needsWrite = documentId === null || written.isDirty || publishAt !== undefined
    if (!needsWrite) return documentId
    const row: ArticleRow = await saveArticle(documentId, written.values, publishAt)
    if (act !== 'unpublish') written.markSaved(written.values)
    return row.documentId
  }

  async function perform(act: Act, publishAt: string | undefined): Promise<void> {
    if (act === 'remove') {
      if (documentId !== null) await deleteArticle(documentId)
      written.markSaved(written.values)
      await navigate('/articles')
      return
    }
    if (act === 'unpublish' && documentId !== null) await turnArticle(documentId, 'unpublish')
    const time = act === 'schedule' ? publishAt : act === 'unschedule' ? null : undefined
    const id = act === 'unpublish' && documentId !== null ? documentId : await saved(act, time)
    if (act === 'publish') await turnArticle(id, 'publish')
    await client.fetchQuery({ ...articleQuery(id), staleTime: 0 })
    if (documentId === null) await navigate(`/articles/${id}`, { replace: true })
  }

  async function carryOut(act: Act, publishAt?: string, overwrite = false): Promise<void> {
    const isGoingOut = act === 'publish' || act === 'schedule'
    const found = act === 'remove' || act === 'unpublish' ? {} : problemsOf(written.values, isGoingOut, isBlank)
    setProblems(found)
    setError(null)
    setDone(null)
    setConflict(null)
    if (Object.keys(found).length > 0) return
    setBusy(act)
    try {
      if (documentId !== null && !overwrite && (await loadUpdatedAt(documentId)) !== versions?.draft.updatedAt) {
        setConflict({ act, publishAt })
        return
      }
      await perform(act, publishAt)
      setDone(act)
      void client.invalidateQueries({ queryKey: ['articles', 'list'] })
      void client.invalidateQueries({ queryKey: ['articles', 'count'] })
    } catch (cause) {
      setError(cause)
      if (cause instanceof ApiError) setProblems(problemsIn(cause))
    } finally {
      setBusy(null)
    }
  }

  return {
    state: versions === null ? 'draft' : stateOf(versions.draft, versions.published !== null),
    isNew: versions === null,
    isPublished: versions !== null && versions.published !== null,
    publishAt: versions?.draft.publishAt ?? null,
    busy,
    done,
    error,
    problems,
    conflict,
    dismissConflict: () => setConflict(null),
    carryOut,
  }
}
