import { parseValue, replyRefusal, service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { TemplateQuery } from '../../contracts'
import { IMPORT_REFUSAL_STATUS } from '../../domain'
import { workbookOf } from './multipart'
import { actorOf, keyOf, nowOf, replyMade, type RequestContext } from './requests'

const STATUS = { ...IMPORT_REFUSAL_STATUS, invalid: 400 } as const
const TEMPLATE_STATUS = { role_not_allowed: 403, site_unknown: 422, no_rule_set: 422, invalid: 400 } as const

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Lists of records as workbooks, over HTTP. */
export const recordImport = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** POST /api/scoring/records/import */
  async import(ctx: RequestContext) {
    const upload = await workbookOf(ctx)
    if (!upload.ok) return replyRefusal(ctx, upload, STATUS)
    const key = keyOf(ctx)
    if (!key.ok) return replyRefusal(ctx, key, STATUS)
    const done = await service(strapi, 'scoring', 'imports').run(
      actorOf(strapi),
      { ...upload.value, key: key.value },
      nowOf(strapi),
    )
    if (!done.ok) return replyRefusal(ctx, done, STATUS)
    replyMade(ctx, { value: done.value.report, fresh: done.value.fresh })
  },

  /** GET /api/scoring/records/template?site= */
  async template(ctx: RequestContext) {
    const query = parseValue(TemplateQuery, ctx.query)
    if (!query.ok) return replyRefusal(ctx, query, TEMPLATE_STATUS)
    const file = await service(strapi, 'scoring', 'imports').template(actorOf(strapi), query.value.site, nowOf(strapi))
    if (!file.ok) return replyRefusal(ctx, file, TEMPLATE_STATUS)
    ctx.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.value.name)}`)
    ctx.type = XLSX
    ctx.body = file.value.content
  },
})
