import { ARTICLE_REFUSAL_STATUS, type ArticleRefusal } from '@practice/access/domain'
import type { Refusal } from '@practice/kernel'
import { errors } from '@strapi/utils'

/** A refusal thrown out of a write of Strapi's, where no result can be returned; what was written before is undone. */
export class ArticleRefused extends errors.ApplicationError<'ArticleRefused', string, Record<string, unknown>> {
  readonly status: number

  constructor(refusal: Refusal<ArticleRefusal>) {
    super(refusal.code, { ...refusal.details, code: refusal.code })
    this.name = 'ArticleRefused'
    this.status = ARTICLE_REFUSAL_STATUS[refusal.code]
  }
}
