import { cached, parentOf } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { loadDirectory, type Directory } from '../store/directory'

const LIFETIME_MS = 10_000

/** The names of sites, items and teams, which every order shows: read once, not for each order. */
export const directory = ({ strapi }: { strapi: Core.Strapi }) => {
  const names = cached<Directory>(() => loadDirectory(strapi.db.connection, parentOf), LIFETIME_MS)
  return {
    /** All names as this server knows them. */
    read: (): Promise<Directory> => names.get(),
    /** Forgets them, since one of them changed. */
    drop: (): void => names.drop(),
  }
}
