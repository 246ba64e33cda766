import {
  ARTICLE_VERB_BODIES,
  ARTICLE_VERBS,
  NewsDeskQuery,
  NewsFeed,
  NewsSettings,
  ReadArticle,
  RestoreArticle,
  type ArticleVerb,
} from '@practice/access/contracts'
import { ARTICLE_REFUSAL_STATUS, type ArticleCommand, type ArticleRefusal } from '@practice/access/domain'
import type {} from '@practice/access/services'
import {
  parseBody,
  parseValue,
  reply,
  replyRefusal,
  service,
  SYSTEM_CLOCK,
  type RefusalStatus,
  type Result,
} from '@practice/kernel'
import { factories, type Core } from '@strapi/strapi'
import { addDesk } from '../desk-reply'
import { articleDeskOf } from '../services/desk'
import { newsFeedOf } from '../services/feed'
import { articleHistoryOf } from '../services/history'
import { articleReadsOf } from '../services/reads'
import { newsSettingsOf } from '../services/settings'
import { articleVerbsOf } from '../services/verbs'
import { ARTICLE } from '../store/drafts'

type Context = Parameters<Core.ControllerHandler>[0]

const STATUS = { ...ARTICLE_REFUSAL_STATUS, invalid: 400, throttled: 429 } as const satisfies Record<
  ArticleRefusal | 'invalid' | 'throttled',
  RefusalStatus
>

/** Strapi's own reading and writing (their rules stand with the routes), and what stands beside them (contracts/news). */
export default factories.createCoreController(ARTICLE, ({ strapi }) => {
  const actorOf = () => service(strapi, 'access', 'actors').current()
  const now = () => SYSTEM_CLOCK.now()

  /** The draft with its desk, when what was done to it went well. */
  async function replyDraft(ctx: Context, done: Result<null, keyof typeof STATUS>): Promise<void> {
    if (!done.ok) return replyRefusal(ctx, done, STATUS)
    const draft = await strapi.documents(ARTICLE).findOne({ documentId: documentIdOf(ctx), status: 'draft' })
    const { auth } = ctx.state as { auth: object }
    ctx.body = { data: await strapi.contentAPI.sanitize.output(draft, strapi.contentType(ARTICLE), { auth }), meta: {} }
    await addDesk(strapi, ctx)
  }

  async function act(ctx: Context, verb: ArticleVerb): Promise<void> {
    const body = parseBody(ARTICLE_VERB_BODIES[verb], ctx.request.body)
    if (!body.ok) return replyRefusal(ctx, body, STATUS)
    const done = await articleVerbsOf(strapi).act(actorOf(), documentIdOf(ctx), commandOf(verb, body.value), now())
    await replyDraft(ctx, done)
  }

  const verbs = Object.fromEntries(ARTICLE_VERBS.map((verb) => [verb, (ctx: Context) => act(ctx, verb)]))

  return {
    ...verbs,

    /** POST /api/articles/:id/restore */
    async restore(ctx: Context) {
      const body = parseBody(RestoreArticle.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      await replyDraft(ctx, await articleVerbsOf(strapi).restore(actorOf(), documentIdOf(ctx), body.value))
    },

    /** GET /api/articles/:id/history */
    async history(ctx: Context) {
      const page = await articleHistoryOf(strapi).list(actorOf(), documentIdOf(ctx), ctx.query)
      if (!page.ok) return replyRefusal(ctx, page, STATUS)
      ctx.body = { data: page.value.items, meta: { pagination: page.value.pagination } }
    },

    /** GET /api/articles/:id/history/:version */
    async revision(ctx: Context) {
      const { version = '' } = ctx.params as { version?: string }
      const number = /^\d{1,9}$/.test(version) ? Number(version) : -1
      reply(ctx, await articleHistoryOf(strapi).content(actorOf(), documentIdOf(ctx), number), STATUS)
    },

    /** GET /api/articles/desk */
    async desk(ctx: Context) {
      const query = parseValue(NewsDeskQuery, ctx.query)
      if (!query.ok) return replyRefusal(ctx, query, STATUS)
      reply(ctx, await articleDeskOf(strapi).overview(actorOf(), now()), STATUS)
    },

    /** GET /api/articles/settings */
    async settings(ctx: Context) {
      reply(ctx, await newsSettingsOf(strapi).read(actorOf()), STATUS)
    },

    /** PUT /api/articles/settings */
    async keepSettings(ctx: Context) {
      const body = parseBody(NewsSettings, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      reply(ctx, await newsSettingsOf(strapi).write(actorOf(), body.value, now()), STATUS)
    },

    ...forReaders(strapi),
  }
})

/** What anybody may ask for. */
function forReaders(strapi: Core.Strapi) {
  return {
    /** POST /api/articles/:id/read */
    async read(ctx: Context) {
      const body = parseBody(ReadArticle.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      const reader = { address: ctx.request.ip, agent: ctx.get('user-agent') }
      const counted = await articleReadsOf(strapi).count(documentIdOf(ctx), reader, SYSTEM_CLOCK.now())
      if (!counted.ok && counted.code === 'throttled') ctx.set('Retry-After', String(counted.details.retryAfterSeconds))
      reply(ctx, counted, STATUS)
    },

    /** GET /api/articles/feed */
    async feed(ctx: Context) {
      const query = parseValue(NewsFeed.query, ctx.query)
      if (!query.ok) return replyRefusal(ctx, query, STATUS)
      const rss = await newsFeedOf(strapi).rss(query.value, strapi.config.get('server.url', '') || ctx.origin)
      if (!rss.ok) return replyRefusal(ctx, rss, STATUS)
      ctx.set('Cache-Control', 'public, max-age=60')
      ctx.type = 'application/rss+xml; charset=utf-8'
      ctx.body = rss.value
    },
  }
}

/** The documentId of the address; what cannot be one is no document's, and never reaches the database. */
function documentIdOf(ctx: Context): string {
  const { id = '' } = ctx.params as { id?: string }
  return /^[a-z0-9]{1,64}$/.test(id) ? id : ''
}

/** A body as the rules take it: moments as instants, a version that is not named as null. */
function commandOf(
  verb: ArticleVerb,
  { version, publishAt, note }: { version?: number | undefined; publishAt?: string; note?: string },
): ArticleCommand {
  return {
    verb,
    version: version ?? null,
    ...(publishAt === undefined ? {} : { publishAt: Date.parse(publishAt) }),
    ...(note === undefined ? {} : { note }),
  }
}
