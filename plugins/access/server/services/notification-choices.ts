import { invalid, ok, refuse, service, type Actor, type Instant, type Result, type UserActor } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { NotificationPreferencesBody, NotificationPreferencesView } from '../../contracts'
import { channelsOf, kindsOf } from '../../domain/notification'
import { findChoices, keepChoices, type StoredChoices } from '../store/notification-choices'

/** By which ways people want to be told of what. */
export const notificationChoices = ({ strapi }: { strapi: Core.Strapi }) => {
  const viewOf = ({ role }: UserActor, { email, choices }: StoredChoices): NotificationPreferencesView => ({
    email,
    mailIsOn: service(strapi, 'access', 'mail').isOn(),
    choices: kindsOf(role).map((kind) => ({ kind, ...channelsOf(role, choices, kind) })),
  })

  return {
    /** What the actor chose, with every kind that the role may be told of. */
    async find(actor: Actor): Promise<Result<NotificationPreferencesView, 'role_not_allowed'>> {
      if (actor.kind !== 'user') return refuse('role_not_allowed')
      return ok(viewOf(actor, await findChoices(strapi.db.connection, actor.userId)))
    },

    /** Keeps what the actor chose. Mail without an address is refused, the field named. */
    async keep(
      actor: Actor,
      body: NotificationPreferencesBody,
      now: Instant,
    ): Promise<Result<NotificationPreferencesView, 'role_not_allowed' | 'invalid'>> {
      if (actor.kind !== 'user') return refuse('role_not_allowed')
      const db = strapi.db.connection
      const before = await findChoices(db, actor.userId)
      const after = { email: body.email, choices: { ...before.choices, ...body.choices } }
      if (after.email === null && kindsOf(actor.role).some((kind) => after.choices[kind]?.email === true)) {
        return invalid([{ path: ['email'], message: 'Needed where mail is wanted', code: 'email_missing' }])
      }
      await keepChoices(db, actor.userId, after, now)
      return ok(viewOf(actor, after))
    },
  }
}
