/**
 * How far the text of an article has come: being written, waiting for an editor, good to go out, or sent back. Whether
 * the public reads an article, and when a draft goes out by itself, stands beside it (`publishedAt`, `publishAt`).
 */
export const ARTICLE_STAGES = ['draft', 'submitted', 'approved', 'returned'] as const
export type ArticleStage = (typeof ARTICLE_STAGES)[number]

/** What is done to an article beside writing it. */
export const ARTICLE_VERBS = [
  'submit',
  'approve',
  'return',
  'withdraw',
  'schedule',
  'unschedule',
  'publish',
  'unpublish',
] as const
export type ArticleVerb = (typeof ARTICLE_VERBS)[number]

/** What a revision tells of: a verb, or what was written. */
export const REVISION_VERBS = [...ARTICLE_VERBS, 'create', 'edit', 'restore', 'delete'] as const
export type RevisionVerb = (typeof REVISION_VERBS)[number]

/** What of an article is written, and told field by field when it changes. */
export const ARTICLE_FIELDS = [
  'title',
  'summary',
  'body',
  'theme',
  'site',
  'author',
  'cover',
  'pictures',
  'publishAt',
] as const
export type ArticleField = (typeof ARTICLE_FIELDS)[number]

/** What is known of the people in a picture: nobody can be recognised, they agreed, or a minor's guardian did. */
export const CONSENTS = ['nobody', 'given', 'guardian'] as const
export type Consent = (typeof CONSENTS)[number]

/** What keeps the pictures of an article from going out. */
export const PICTURE_PROBLEMS = ['consent_missing', 'alt_missing'] as const
export type PictureProblem = (typeof PICTURE_PROBLEMS)[number]
