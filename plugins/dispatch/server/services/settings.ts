import { cached, inOneTransaction, ok, refuse, service, type Actor, type Instant, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { DispatchSettings, type DispatchSettingsView } from '../../contracts'
import { DEFAULT_SETTINGS } from '../../domain'
import { findSettings, saveSettings } from '../store/settings'

const LIFETIME_MS = 3_000

/** The clocks and weights of dispatch, kept in the CMS. */
export const settings = ({ strapi }: { strapi: Core.Strapi }) => {
  const kept = cached<DispatchSettingsView>(async () => {
    const found = await findSettings(strapi.db.connection)
    return found === null ? DEFAULT_SETTINGS : DispatchSettings.parse(found)
  }, LIFETIME_MS)

  return {
    /** The settings that hold now. */
    read: (): Promise<DispatchSettingsView> => kept.get(),

    /** Replaces them. Only the dispatcher may (permissions.md). */
    async write(
      actor: Actor,
      next: DispatchSettingsView,
      now: Instant,
    ): Promise<Result<DispatchSettingsView, 'role_not_allowed'>> {
      if (!mayKeepSettings(actor)) return refuse('role_not_allowed')
      await inOneTransaction(strapi, async (trx) => {
        await saveSettings(trx, next, new Date(now))
        const audit = service(strapi, 'access', 'audit')
        await audit.record({ actor, action: 'settings', subjectType: 'dispatch-settings', detail: { ...next } }, trx)
      })
      kept.drop()
      service(strapi, 'dispatch', 'offerings').drop()
      return ok(next)
    },

    /** Writes the sample defaults where there are none yet. */
    seed: (now: Instant): Promise<void> =>
      saveSettings(strapi.db.connection, DEFAULT_SETTINGS, new Date(now), { ifAbsent: true }),

    /** Forgets what is cached, since the row changed. */
    drop: (): void => kept.drop(),
  }
}

/** Whether an actor may read and write the settings. */
export function mayKeepSettings(actor: Actor): boolean {
  return actor.kind === 'user' && actor.role === 'county-dispatcher'
}
