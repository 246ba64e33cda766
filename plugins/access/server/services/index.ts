import { actors } from './actors'
import { attempts } from './attempts'
import { audit } from './audit'
import { boundaries } from './boundaries'
import { files } from './files'
import { idempotency } from './idempotency'
import { listViews } from './list-views'
import { live } from './live'
import { logins } from './logins'
import { mail } from './mail'
import { notificationChoices } from './notification-choices'
import { notifications } from './notifications'
import { people } from './people'
import { tokens } from './tokens'

/** What access offers to other plugins, through kernel's `service(strapi, 'access', name)`. */
export const services = {
  actors,
  attempts,
  audit,
  boundaries,
  files,
  idempotency,
  listViews,
  live,
  logins,
  mail,
  notificationChoices,
  notifications,
  people,
  tokens,
}

export type AccessServices = { [Name in keyof typeof services]: ReturnType<(typeof services)[Name]> }

declare module '@practice/kernel' {
  interface PluginServices {
    access: AccessServices
  }
}

export type { AuditRecord } from './audit'
export type { FileRef } from './files'
export type { FileSubject } from '../store/files'
export type { OnceOutcome, OnceRequest } from './idempotency'
export type { Notice } from './notifications'
export type { LiveChange, LiveSource, Position } from '../live/source'
