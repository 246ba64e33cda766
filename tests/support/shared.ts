import type { Core } from '@strapi/strapi'
import type { RunningServer } from './browser'
import type { Postgres } from './postgres'

/** What the setup of a run leaves for its environment and its end. */
export interface Shared {
  strapi?: Core.Strapi
  postgres?: Postgres
  directory?: string
  server?: RunningServer
}

const KEY = Symbol.for('practice.tests')

/** One object per process, found again by files that Jest loads apart. */
export function shared(): Shared {
  const holder = process as unknown as { [KEY]?: Shared }
  holder[KEY] ??= {}
  return holder[KEY]
}
