import {
  COLUMN,
  parseBody,
  parseQueryList,
  refuse,
  reply,
  replyRefusal,
  service,
  type ListSpec,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import {
  ObjectTo,
  RECORD_BODIES,
  RECORD_SORTS,
  RECORD_STATES,
  RECORD_VERBS,
  RecordBatch,
  RecordScore,
  RULE_KINDS,
  THEMES,
} from '../../contracts'
import { RECORD_REFUSAL_STATUS, RECORDING_REFUSAL_STATUS } from '../../domain'
import type { RecordFilter, RecordSort } from '../store/record-list'
import { recordImport } from './record-import'
import { actorOf, documentIdOf, keyOf, nowOf, replyMade, replyPage, type RequestContext } from './requests'

const STATUS = { ...RECORDING_REFUSAL_STATUS, ...RECORD_REFUSAL_STATUS, invalid: 400 } as const

const RECORD_LIST: ListSpec<RecordFilter, RecordSort> = {
  filters: {
    number: COLUMN.text(),
    state: COLUMN.choice(RECORD_STATES),
    site: COLUMN.code(),
    card: COLUMN.code(),
    household: COLUMN.code(),
    rule: COLUMN.code(),
    theme: COLUMN.choice(THEMES),
    kind: COLUMN.choice(RULE_KINDS),
    recordedBy: COLUMN.text(),
    reviewedBy: COLUMN.text(),
    recordedAt: COLUMN.instant(),
    occurredAt: COLUMN.instant(),
    noticeEndsAt: COLUMN.instant(),
  },
  sorts: RECORD_SORTS,
  sort: [{ column: 'recordedAt', direction: 'desc' }],
}

/** Records over HTTP. */
export const record = ({ strapi }: { strapi: Core.Strapi }) => {
  const records = () => service(strapi, 'scoring', 'records')

  return {
    /** GET /api/scoring/records: the latest first, unless told otherwise. */
    async find(ctx: RequestContext) {
      const query = parseQueryList(RECORD_LIST, ctx.query)
      if (!query.ok) return replyRefusal(ctx, query, STATUS)
      const page = await records().list(actorOf(strapi), query.value, nowOf(strapi))
      replyPage(ctx, page.records, page.total, query.value)
    },

    /** GET /api/scoring/records/:documentId */
    async findOne(ctx: RequestContext) {
      reply(ctx, await records().detail(actorOf(strapi), documentIdOf(ctx), nowOf(strapi)), STATUS)
    },

    /** POST /api/scoring/records: 201 for a new record, 200 for the one that the same key made before. */
    async create(ctx: RequestContext) {
      const body = parseBody(RecordScore.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      const key = keyOf(ctx)
      if (!key.ok) return replyRefusal(ctx, key, STATUS)
      const made = await records().record(actorOf(strapi), { body: body.value, key: key.value }, nowOf(strapi))
      if (!made.ok) return replyRefusal(ctx, made, STATUS)
      replyMade(ctx, { value: made.value.record, fresh: made.value.fresh })
    },

    /** POST /api/scoring/records/batch: a result per line. */
    async batch(ctx: RequestContext) {
      const lines = parseBody(RecordBatch.body, ctx.request.body)
      if (!lines.ok) return replyRefusal(ctx, lines, STATUS)
      const key = keyOf(ctx)
      if (!key.ok) return replyRefusal(ctx, key, STATUS)
      const made = await records().batch(actorOf(strapi), lines.value, key.value, nowOf(strapi))
      if (!made.ok) return replyRefusal(ctx, made, STATUS)
      replyMade(ctx, { value: made.value.lines, fresh: made.value.fresh })
    },

    ...recordImport({ strapi }),

    /** POST /api/scoring/records/:documentId/<verb> */
    async act(ctx: RequestContext) {
      const verb = RECORD_VERBS.find((known) => known === ctx.params['verb'])
      if (verb === undefined) return replyRefusal(ctx, refuse('not_found'), STATUS)
      const body = parseBody(RECORD_BODIES[verb], ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      const command = { verb, reason: body.value.reason ?? null }
      const reviews = service(strapi, 'scoring', 'reviews')
      reply(ctx, await reviews.act(actorOf(strapi), documentIdOf(ctx), command, nowOf(strapi)), STATUS)
    },

    /** POST /api/scoring/records/:documentId/objections: 201 with the objection. */
    async object(ctx: RequestContext) {
      const body = parseBody(ObjectTo.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      const objecting = { reason: body.value.reason, by: body.value.by ?? null }
      const objections = service(strapi, 'scoring', 'objections')
      const filed = await objections.file(actorOf(strapi), documentIdOf(ctx), objecting, nowOf(strapi))
      reply(ctx, filed, STATUS, { status: 201 })
    },
  }
}
