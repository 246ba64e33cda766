import type { Knex } from 'knex'

/**
 * Gives articles of before the columns that lists and rules stand on: a stage, a version, and the theme's code beside
 * the relation. Finds nothing to do at the next start.
 */
export async function fillNewColumns(db: Knex): Promise<void> {
  await db('articles').whereNull('version').update({ version: 1 })
  await db('articles').whereNull('stage').whereNotNull('published_at').update({ stage: 'approved' })
  await db('articles').whereNull('stage').update({ stage: 'draft' })
  const theme = db('themes as t')
    .join('articles_theme_lnk as l', 'l.theme_id', 't.id')
    .where('l.article_id', db.ref('articles.id'))
    .limit(1)
    .select('t.code')
  const linked = db('articles_theme_lnk').select('article_id')
  await db('articles').whereNull('theme_code').whereIn('id', linked).update({ theme_code: theme })
}
