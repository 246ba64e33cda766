import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useMe } from '../../app/me'
import { sameValues, valuesOf } from './article'
import type { ArticleValues } from './article'
import { LocalDrafts } from './local-draft'
import type { LocalDraft } from './local-draft'
import type { ArticleVersions } from './queries'

const KEEP_AFTER_MS = 400

/** What is being written, kept by the browser until the server has it. */
export interface WrittenArticle {
  values: ArticleValues
  change: (said: Partial<ArticleValues>) => void
  /** Whether something is not on the server. */
  isDirty: boolean
  /** As `isDirty`, at the moment of asking: what was just saved is no longer unsaved before the page is drawn anew. */
  isUnsaved: () => boolean
  /** Changes whenever the body was put in from outside, so that the editor begins with it. */
  bodyKey: number
  /** What an earlier visit left: taken up already, or waiting to be decided on because the article was changed since. */
  leftover: { draft: LocalDraft; isTaken: boolean } | null
  takeLeftover: () => void
  dropLeftover: () => void
  /** The browser has no room: only saving keeps what was typed. */
  isUnkept: boolean
  /** These values are on the server now. */
  markSaved: (saved: ArticleValues) => void
  /** Writes on from what the server has. */
  replace: (saved: ArticleValues) => void
}

/** Begins with the draft, or with what was typed on this very version and never saved. */
export function useArticleValues(versions: ArticleVersions | null, empty: ArticleValues): WrittenArticle {
  const { username } = useMe()
  const drafts = useMemo(() => new LocalDrafts(username), [username])
  const documentId = versions?.draft.documentId ?? null
  const base = versions?.draft.desk.version ?? null

  const [begin] = useState(() => {
    const saved = versions === null ? empty : valuesOf(versions.draft)
    const left = drafts.read(documentId)
    const draft = left === null || sameValues(left.values, saved) ? null : left
    return { saved, leftover: draft === null ? null : { draft, isTaken: draft.base === base } }
  })
  const [saved, setSaved] = useState(begin.saved)
  const [leftover, setLeftover] = useState(begin.leftover)
  const [values, setValues] = useState(begin.leftover?.isTaken === true ? begin.leftover.draft.values : begin.saved)
  const [bodyKey, setBodyKey] = useState(0)
  const [isUnkept, setIsUnkept] = useState(false)
  const isDirty = useMemo(() => !sameValues(values, saved), [values, saved])
  const unsaved = useRef(isDirty)
  useEffect(() => {
    unsaved.current = isDirty
  }, [isDirty])
  const isUnsaved = useCallback(() => unsaved.current, [])

  // While an older draft waits to be decided on, it is not overwritten.
  const isWaiting = leftover !== null && !leftover.isTaken
  const keep = useRef<() => void>(() => undefined)
  useEffect(() => {
    keep.current = () => {
      if (isWaiting) return
      if (isDirty) setIsUnkept(!drafts.keep(documentId, { values, base, savedAt: Date.now() }))
      else drafts.forget(documentId)
    }
    const timer = setTimeout(() => keep.current(), KEEP_AFTER_MS)
    return () => clearTimeout(timer)
  }, [drafts, documentId, base, values, isDirty, isWaiting])
  useEffect(() => {
    const now = () => keep.current()
    window.addEventListener('pagehide', now)
    return () => {
      window.removeEventListener('pagehide', now)
      now()
    }
  }, [])

  const change = useCallback((said: Partial<ArticleValues>) => setValues((before) => ({ ...before, ...said })), [])

  function put(next: ArticleValues): void {
    setValues(next)
    setBodyKey((key) => key + 1)
    setLeftover(null)
  }

  return {
    values,
    change,
    isDirty,
    isUnsaved,
    bodyKey,
    leftover,
    takeLeftover: () => leftover !== null && put(leftover.draft.values),
    dropLeftover: () => put(saved),
    isUnkept,
    markSaved: (next) => {
      unsaved.current = false
      setSaved(next)
      setLeftover(null)
      drafts.forget(documentId)
    },
    replace: (next) => {
      unsaved.current = false
      setSaved(next)
      put(next)
      drafts.forget(documentId)
    },
  }
}
