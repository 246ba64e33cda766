import { ok, refuse, type Actor, type Instant, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { KeptList, ListViewsBody, ListViewsView } from '../../contracts'
import { findListViews, keepListViews } from '../store/list-views'

/** How people look at their lists: each account its own, and nobody another's. */
export const listViews = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The columns and views that the actor keeps of a list. */
  async find(actor: Actor, list: KeptList): Promise<Result<ListViewsView, 'role_not_allowed'>> {
    if (actor.kind !== 'user') return refuse('role_not_allowed')
    return ok(await findListViews(strapi.db.connection, actor.userId, list))
  },

  /** Keeps the actor's columns and views of a list. */
  async keep(actor: Actor, body: ListViewsBody, now: Instant): Promise<Result<ListViewsView, 'role_not_allowed'>> {
    if (actor.kind !== 'user') return refuse('role_not_allowed')
    await keepListViews(strapi.db.connection, actor.userId, body, now)
    return ok(body)
  },
})
