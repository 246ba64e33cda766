import { refuse, ok, type Actor, type Result, type Role } from '@practice/kernel'

/** Who sees drafts within their scope: whoever writes them, and the dispatcher. */
export const DRAFT_READERS: readonly Role[] = ['county-editor', 'county-dispatcher', 'town-officer', 'village-admin']

/** Who may put something before the public, or take it back. */
const PUBLISHERS: readonly Role[] = ['county-editor']

/** Whether an actor may ask for `status=draft`. */
export function mayReadDrafts(actor: Actor): boolean {
  return actor.kind !== 'public' && (actor.kind !== 'user' || DRAFT_READERS.includes(actor.role))
}

/** Whether an actor may publish and unpublish; whoever only drafts writes for an editor. */
export function mayPublish(actor: Actor): boolean {
  return actor.kind !== 'public' && (actor.kind !== 'user' || PUBLISHERS.includes(actor.role))
}

/** What is done to a document that has a draft and a published version. */
export interface ArticleAct {
  action: 'create' | 'update' | 'clone' | 'delete' | 'publish' | 'unpublish' | 'discardDraft'
  /** What the request asks for, or null when it does not say. */
  asked: 'draft' | 'published' | null
  /** Whether there is a published version. */
  isPublished: boolean
}

/**
 * The status with which an act is carried out: a draft unless it says otherwise, and only whoever may publish may say
 * so. Deleting what the public reads is withdrawing it.
 */
export function decideArticle(actor: Actor, act: ArticleAct): Result<'draft' | 'published', 'role_not_allowed'> {
  if (mayPublish(actor)) return ok(act.asked ?? 'draft')
  const touchesPublic =
    act.action === 'publish' ||
    act.action === 'unpublish' ||
    act.asked === 'published' ||
    (act.action === 'delete' && act.isPublished)
  return touchesPublic ? refuse('role_not_allowed') : ok('draft')
}
