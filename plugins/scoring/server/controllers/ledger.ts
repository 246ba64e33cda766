import { Readable } from 'node:stream'
import {
  COLUMN,
  ok,
  parseBody,
  parseQueryList,
  parseValue,
  reply,
  replyRefusal,
  service,
  type ListSpec,
} from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { ReverseTransfer, SiteQuery, TRANSFER_KINDS, TRANSFER_SORTS, VerifyQuery } from '../../contracts'
import { REVERSE_REFUSAL_STATUS } from '../../domain'
import type { TransferFilter, TransferSort } from '../store/transfer-list'
import type { Verifying } from '../services/ledger-walk'
import { actorOf, documentIdOf, nowOf, replyPage, type RequestContext } from './requests'

const STATUS = { ...REVERSE_REFUSAL_STATUS, site_unknown: 404, site_not_yours: 403, invalid: 400 } as const

const LINES = 'application/x-ndjson'

const TRANSFER_LIST: ListSpec<TransferFilter, TransferSort> = {
  filters: {
    kind: COLUMN.choice(TRANSFER_KINDS),
    site: COLUMN.code(),
    card: COLUMN.code(),
    at: COLUMN.instant(),
    points: COLUMN.integer(),
    reverses: COLUMN.code(),
  },
  sorts: TRANSFER_SORTS,
  sort: [{ column: 'at', direction: 'desc' }],
}

/** The ledger over HTTP. */
export const ledger = ({ strapi }: { strapi: Core.Strapi }) => {
  const transfers = () => service(strapi, 'scoring', 'transfers')
  const verification = () => service(strapi, 'scoring', 'verification')

  return {
    /** GET /api/scoring/ledger/verify?site=: with `Accept: application/x-ndjson`, telling its progress line by line. */
    async verify(ctx: RequestContext) {
      const query = parseValue(VerifyQuery, ctx.query)
      if (!query.ok) return replyRefusal(ctx, query, STATUS)
      const begun = await verification().begin(actorOf(strapi), query.value.site, nowOf(strapi))
      if (!begun.ok) return replyRefusal(ctx, begun, STATUS)
      if (ctx.accepts('application/json', LINES) !== LINES) {
        return reply(ctx, ok(await outcomeOf(begun.value)), STATUS)
      }
      // Compressed, its lines would wait for one another.
      ctx.compress = false
      ctx.type = LINES
      ctx.body = Readable.from(linesOf(begun.value), { objectMode: false })
    },

    /** GET /api/scoring/ledger/head?site= */
    async head(ctx: RequestContext) {
      const query = parseValue(SiteQuery, ctx.query)
      if (!query.ok) return replyRefusal(ctx, query, STATUS)
      reply(ctx, await verification().head(query.value.site, nowOf(strapi)), STATUS)
    },

    /** GET /api/scoring/transfers */
    async transfers(ctx: RequestContext) {
      const query = parseQueryList(TRANSFER_LIST, ctx.query)
      if (!query.ok) return replyRefusal(ctx, query, STATUS)
      const page = await transfers().list(actorOf(strapi), query.value)
      if (!page.ok) return replyRefusal(ctx, page, STATUS)
      replyPage(ctx, page.value.transfers, page.value.total, query.value)
    },

    /** POST /api/scoring/transfers/:documentId/reverse {reason} */
    async reverse(ctx: RequestContext) {
      const body = parseBody(ReverseTransfer.body, ctx.request.body)
      if (!body.ok) return replyRefusal(ctx, body, STATUS)
      const { reason } = body.value
      reply(ctx, await transfers().reverse(actorOf(strapi), documentIdOf(ctx), reason, nowOf(strapi)), STATUS)
    },
  }
}

/** What a verification found, without its progress. */
async function outcomeOf(verifying: Verifying) {
  for (;;) {
    const step = await verifying.next()
    if (step.done === true) return step.value
  }
}

/** Progress a line, then what was found. A client that goes away ends the reading of the ledger. */
async function* linesOf(verifying: Verifying): AsyncGenerator<string> {
  try {
    for (;;) {
      const step = await verifying.next()
      yield `${JSON.stringify(step.done === true ? { data: step.value } : step.value)}\n`
      if (step.done === true) return
    }
  } finally {
    await verifying.return(undefined as never)
  }
}
