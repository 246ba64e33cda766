import { createHmac, randomBytes } from 'node:crypto'
import type {} from '@practice/access/services'
import {
  CHINA_OFFSET_MS,
  inOneTransaction,
  ok,
  PUBLIC,
  refuse,
  service,
  type Instant,
  type Result,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { ARTICLE } from '../store/drafts'
import { countReader, dropReadersBefore } from '../store/reads'
import { dropSettings, findSetting, saveSetting } from '../store/settings'
import { Throttle } from '../throttle'

/** A village behind one address opens a link at once; a machine that counts something up is faster than that. */
const READS_A_MINUTE = 240

const SALT = 'salt:'

/** Who reads, as far as a request tells. */
export interface Reader {
  address: string
  agent: string
}

/** How often articles are read. */
export interface ArticleReads {
  /** Counts a reader of a published article, once a day. */
  count(
    documentId: string,
    reader: Reader,
    now: Instant,
  ): Promise<Result<{ counted: boolean }, 'not_found' | 'throttled'>>
  /** Forgets the readers of days that are over, and what they were known by. */
  forget(now: Instant): Promise<void>
}

/**
 * A reader is a mark made of address and browser with a salt of the day. Mark and salt are gone when the day is: what
 * stays is a number.
 */
export default ({ strapi }: { strapi: Core.Strapi }): ArticleReads => {
  const throttle = new Throttle(READS_A_MINUTE)

  async function saltOf(day: string, now: Instant): Promise<string> {
    const db = strapi.db.connection
    const found = await findSetting<string>(db, SALT + day)
    if (found !== null) return found
    // Of several servers one makes it, and all read that one.
    await saveSetting(db, SALT + day, randomBytes(32).toString('hex'), new Date(now), { ifAbsent: true })
    return (await findSetting<string>(db, SALT + day)) ?? ''
  }

  return {
    async count(documentId, { address, agent }, now) {
      const waitSeconds = throttle.waitSeconds(address, now)
      if (waitSeconds > 0) return refuse('throttled', { retryAfterSeconds: waitSeconds })
      // As anybody, whoever asks: an editor's look at a draft is no reading.
      const published = await service(strapi, 'access', 'actors').runAs(PUBLIC, () =>
        strapi.db.query(ARTICLE).count({ where: { documentId, publishedAt: { $notNull: true } } }),
      )
      if (published === 0) return refuse('not_found')
      const day = dayOf(now)
      const mark = createHmac('sha256', await saltOf(day, now))
        .update(`${address}\n${agent}`)
        .digest('base64url')
      const counted = await inOneTransaction(strapi, (trx) =>
        countReader(trx, { articleId: documentId, day, mark }, now),
      )
      return ok({ counted })
    },

    async forget(now) {
      const day = dayOf(now)
      await dropReadersBefore(strapi.db.connection, day)
      await dropSettings(strapi.db.connection, SALT, SALT + day)
    },
  }
}

/** The service, typed. */
export function articleReadsOf(strapi: Core.Strapi): ArticleReads {
  const found: unknown = strapi.service('api::article.reads')
  return found as ArticleReads
}

/** The day in China, as `2026-11-29`. */
export function dayOf(now: Instant): string {
  return new Date(now + CHINA_OFFSET_MS).toISOString().slice(0, 10)
}
