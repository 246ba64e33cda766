import { parseBody, reply, replyRefusal, service, SYSTEM_CLOCK } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { NotificationPreferences, ReadNotifications } from '../../contracts'

const STATUSES = { invalid: 400, role_not_allowed: 403 } as const

/** What one is told of: /api/access/notifications. */
export const notifications = ({ strapi }: { strapi: Core.Strapi }) => {
  const actor = () => service(strapi, 'access', 'actors').current()
  const told = () => service(strapi, 'access', 'notifications')
  const choices = () => service(strapi, 'access', 'notificationChoices')
  return {
    /** GET /api/access/notifications */
    async find(ctx: Context): Promise<void> {
      const page = await told().list(actor(), ctx.query)
      if (!page.ok) return replyRefusal(ctx, page, STATUSES)
      ctx.body = { data: page.value.items, meta: { pagination: page.value.pagination } }
    },
    /** GET /api/access/notifications/unread */
    async unread(ctx: Context): Promise<void> {
      reply(ctx, await told().unread(actor()), STATUSES)
    },
    /** POST /api/access/notifications/read */
    async read(ctx: Context): Promise<void> {
      const body = parseBody(ReadNotifications.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUSES)
      reply(ctx, await told().read(actor(), body.value, SYSTEM_CLOCK.now()), STATUSES)
    },
    /** GET /api/access/notifications/preferences */
    async preferences(ctx: Context): Promise<void> {
      reply(ctx, await choices().find(actor()), STATUSES)
    },
    /** PUT /api/access/notifications/preferences */
    async prefer(ctx: Context): Promise<void> {
      const body = parseBody(NotificationPreferences.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUSES)
      reply(ctx, await choices().keep(actor(), body.value, SYSTEM_CLOCK.now()), STATUSES)
    },
  }
}
