import { z } from 'zod'
import { COLUMN, type ListSpec } from '@practice/kernel'
import {
  ARTICLE_FIELDS,
  ARTICLE_STAGES,
  ARTICLE_VERBS,
  CONSENTS,
  PICTURE_PROBLEMS,
  REVISION_VERBS,
  type ArticleVerb,
} from '../domain/article-vocabulary'

export {
  ARTICLE_FIELDS,
  ARTICLE_STAGES,
  ARTICLE_VERBS,
  CONSENTS,
  PICTURE_PROBLEMS,
  REVISION_VERBS,
  type ArticleField,
  type ArticleStage,
  type ArticleVerb,
  type Consent,
  type PictureProblem,
  type RevisionVerb,
} from '../domain/article-vocabulary'

/*
 * Articles are read and written by Strapi's own REST; this is what stands beside it.
 *
 * Written by everybody who drafts (county-editor, town-officer, village-admin), in Strapi's form:
 *   POST /api/articles, PUT /api/articles/:documentId      {data: {title, summary, body, theme, site, author, cover, pictures, version?}}
 *     `pictures` is `ArticlePictures`, whole each time; `version` is the one that was read (409 `changed`), on PUT only.
 *     `stage` is moved by verbs alone (400). A change of an approved text makes it a draft again; its time, where it has
 *     one, is lost when it could not go out as it now stands, or when no editor made the change.
 * Read as drafts, with `status=draft`, in lists and one by one: each row carries `desk` (`ArticleDesk`; lists without
 *   `problems`). Drafts are filtered by `stage`, `publishAt`, `themeCode`, `siteCode` as well.
 *   GET  /api/articles/desk                                 `NewsDesk`, of one's own site and below
 *   GET  /api/articles/:documentId/history                  lines of `ArticleRevision`, newest first (`HISTORY_LIST`)
 *   GET  /api/articles/:documentId/history/:version         `ArticleRevisionContent`, to look at before it is restored
 * Verbs, each answered by the draft with `desk`:
 *   POST /api/articles/:documentId/<verb>                   `ARTICLE_VERB_BODIES`
 *   POST /api/articles/:documentId/restore                  `RestoreArticle`
 *   Refusals: 404 · 403 `role_not_allowed`, `own_article` · 409 `wrong_stage`, `not_approved`, `not_scheduled`,
 *   `not_published`, `changed` · 422 `consent_missing`, `alt_missing` (`details.pictures`, their urls), `time_passed`.
 *   GET, PUT /api/articles/settings                         `NewsSettings`, editors
 * Public:
 *   GET  /api/articles?filters[themeCode][$eq]=T&filters[siteCode][$gte]=640402100&filters[siteCode][$lt]=640402101
 *     what is published; `pictures` with url, alt and caption alone
 *   POST /api/articles/:documentId/read   {data: {}}        `ReadArticle`; 429 `throttled`
 *   GET  /api/articles/feed?theme=T&site=640402100          RSS 2.0, both filters optional
 */

const version = z.int().min(0)
const instant = z.iso.datetime({ offset: true })

/** What is noted of one picture of an article: of its cover, or of one in its text. */
export const ArticlePicture = z.strictObject({
  /** As the upload answered it, and as the cover or the text has it. */
  url: z.string().min(1).max(300),
  /** What it shows, for those who do not see it. In the text, an `alt` of its own counts as well. */
  alt: z.string().trim().max(200),
  caption: z.string().trim().max(200),
  /** Null until somebody has looked who can be recognised. */
  consent: z.enum(CONSENTS).nullable(),
  /** Who agreed, when and how; readers never get it, nor `consent`. */
  consentNote: z.string().trim().max(200),
})
export type ArticlePictureView = z.infer<typeof ArticlePicture>

/** The `pictures` of an article, one note for each at the most. */
export const ArticlePictures = z.array(ArticlePicture).max(100)

/** What readers get of `pictures`. */
export const PublicPicture = ArticlePicture.pick({ url: true, alt: true, caption: true })
export type PublicPictureView = z.infer<typeof PublicPicture>

/** Somebody who did something to an article. */
const Person = z.strictObject({ username: z.string(), name: z.string() })

/** Where an article stands, and what the actor may do with it. */
export const ArticleDesk = z.strictObject({
  stage: z.enum(ARTICLE_STAGES),
  /** Goes up with each change; verbs and writes name the one that they were read with. */
  version,
  /** When the draft goes out by itself. */
  publishAt: z.iso.datetime().nullable(),
  /** When what the public reads went out; null when it reads nothing. */
  publishedAt: z.iso.datetime().nullable(),
  /** Who has written since it last went out. */
  writers: z.array(Person),
  submittedBy: Person.nullable(),
  approvedBy: Person.nullable(),
  /** Why it was sent back. */
  returnNote: z.string().nullable(),
  /** By readers, on all days; one reader counts once a day. */
  reads: z.int(),
  allowed: z.array(z.enum(ARTICLE_VERBS)),
  /** Whether the actor writes it, and restores earlier texts. */
  canEdit: z.boolean(),
  canDelete: z.boolean(),
  /** What publishing would refuse, with the urls of the pictures. Absent in lists. */
  problems: z.array(z.strictObject({ code: z.enum(PICTURE_PROBLEMS), pictures: z.array(z.string()) })).optional(),
})
export type ArticleDeskView = z.infer<typeof ArticleDesk>

const guarded = z.strictObject({ version })
/** Without a version the draft goes out, or comes back, as it stands. */
const maybeGuarded = z.strictObject({ version: version.optional() })

/** The bodies of POST /api/articles/:documentId/<verb>. */
export const ARTICLE_VERB_BODIES = {
  submit: guarded,
  approve: guarded,
  return: z.strictObject({ version, note: z.string().trim().min(2).max(500) }),
  withdraw: guarded,
  schedule: z.strictObject({ version, publishAt: instant }),
  unschedule: guarded,
  publish: maybeGuarded,
  unpublish: maybeGuarded,
} as const satisfies Record<ArticleVerb, z.ZodType>
export type ArticleVerbBody<V extends ArticleVerb = ArticleVerb> = z.infer<(typeof ARTICLE_VERB_BODIES)[V]>

/** POST /api/articles/:documentId/restore: the text of revision `to` becomes the draft's. */
export const RestoreArticle = { body: z.strictObject({ version, to: version }) }

/** GET and PUT /api/articles/settings. */
export const NewsSettings = z.strictObject({
  /** Whether an article goes out only after an editor has approved it who neither wrote nor submitted it. */
  secondPerson: z.boolean(),
})
export type NewsSettingsView = z.infer<typeof NewsSettings>

/** What changed of a field: texts as people read them. Of a body, the paragraphs that differ, without mark-up. */
export const ArticleChange = z.strictObject({
  field: z.enum(ARTICLE_FIELDS),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Of `pictures`, which has no texts, each note that changed. */
  pictures: z
    .array(z.strictObject({ url: z.string(), from: ArticlePicture.nullable(), to: ArticlePicture.nullable() }))
    .optional(),
})
export type ArticleChangeView = z.infer<typeof ArticleChange>

/** One line of GET /api/articles/:documentId/history. */
export const ArticleRevision = z.strictObject({
  /** That the article had after it. */
  version,
  verb: z.enum(REVISION_VERBS),
  at: z.iso.datetime(),
  by: Person.extend({ role: z.string() }),
  from: z.enum(ARTICLE_STAGES).nullable(),
  to: z.enum(ARTICLE_STAGES).nullable(),
  /** The reason of a return; the restored revision's version. */
  note: z.string().nullable(),
  changes: z.array(ArticleChange),
  /** Whether the text changed with it, so that it can be looked at and restored. */
  hasContent: z.boolean(),
})
export type ArticleRevisionView = z.infer<typeof ArticleRevision>

/** The columns by which a history is filtered; the newest come first. */
export const HISTORY_LIST = {
  filters: { verb: COLUMN.choice(REVISION_VERBS), at: COLUMN.instant() },
  sorts: ['at'],
  sort: [{ column: 'at', direction: 'desc' }],
} as const satisfies ListSpec<string, string>

/** GET /api/articles/:documentId/history/:version: the article as it read then. */
export const ArticleRevisionContent = z.strictObject({
  version,
  title: z.string(),
  summary: z.string().nullable(),
  body: z.string().nullable(),
  author: z.string().nullable(),
  theme: z.string().nullable(),
  site: z.string(),
  cover: z.strictObject({ id: z.int(), url: z.string() }).nullable(),
  pictures: ArticlePictures,
})
export type ArticleRevisionContentView = z.infer<typeof ArticleRevisionContent>

/** An article on the desk's short lists. */
export const DeskLine = z.strictObject({
  documentId: z.string(),
  title: z.string(),
  site: z.strictObject({ code: z.string(), name: z.string() }),
  /** Who submitted it, or wrote it last. */
  by: z.string().nullable(),
  /** When it was submitted, changed, published, or will be. */
  at: z.iso.datetime(),
})
export type DeskLineView = z.infer<typeof DeskLine>

/** GET /api/articles/desk: counts of the rows that lists with the same filters show, and the first of each. */
export const NewsDesk = z.strictObject({
  counts: z.strictObject({
    /** `stage` draft, without a time, and never published or taken back. */
    drafts: z.int(),
    /** `stage` submitted; of these, from sites below one's own. */
    submitted: z.int(),
    submittedFromBelow: z.int(),
    returned: z.int(),
    /** `stage` approved, without a time, not published. */
    approved: z.int(),
    /** With a time (`publishAt` not null). */
    scheduled: z.int(),
    /** Published since the week began, on Monday in China. */
    publishedThisWeek: z.int(),
  }),
  reads: z.strictObject({
    today: z.int(),
    /** The last fourteen days in China, oldest first; days that nobody read have 0. */
    days: z.array(z.strictObject({ day: z.iso.date(), reads: z.int() })),
    /** The most read of these days. */
    top: z.array(z.strictObject({ documentId: z.string(), title: z.string(), reads: z.int() })),
  }),
  /** The longest waiting of what was submitted, the next of what is scheduled, the last changed drafts. */
  submitted: z.array(DeskLine),
  scheduled: z.array(DeskLine),
  drafts: z.array(DeskLine),
})
export type NewsDeskView = z.infer<typeof NewsDesk>

/** It is asked for as it is: nothing of it is filtered. */
export const NewsDeskQuery = z.strictObject({})

/** GET /api/articles/feed: the newest of a theme, and of a site and everything below it. */
export const NewsFeed = {
  query: z.strictObject({
    theme: z
      .string()
      .regex(/^[a-z-]{1,40}$/)
      .optional(),
    site: z
      .string()
      .regex(/^[\d-]{6,20}$/)
      .optional(),
  }),
}
export type NewsFeedQuery = z.infer<typeof NewsFeed.query>

/** POST /api/articles/:documentId/read: nothing of the reader is kept beyond the day. */
export const ReadArticle = {
  body: z.strictObject({}),
  /** Whether it counts: once a day for a reader and an article. */
  reply: z.strictObject({ counted: z.boolean() }),
}
