import { jsonOf, newDocumentId, type Instant } from '@practice/kernel'
import type { Knex } from 'knex'
import type { Choices } from '../../domain/notification'

const TABLE = 'access_notification_choices'

/** What an account chose: where mail goes, and by which ways it is told of what. */
export interface StoredChoices {
  email: string | null
  choices: Choices
}

/** What an account chose, or that it chose nothing. */
export async function findChoices(db: Knex, userId: number): Promise<StoredChoices> {
  const row: { email: string | null; choices: unknown } | undefined = await db(TABLE)
    .where({ user_id: userId })
    .first('email', 'choices')
  return { email: row?.email ?? null, choices: jsonOf<Choices>(row?.choices) ?? {} }
}

/** Keeps what an account chose, in the place of what it chose before. */
export async function keepChoices(
  db: Knex,
  userId: number,
  { email, choices }: StoredChoices,
  now: Instant,
): Promise<void> {
  const at = new Date(now)
  const chosen = { email, choices: JSON.stringify(choices), updated_at: at }
  await db(TABLE)
    .insert({ ...chosen, user_id: userId, document_id: newDocumentId(), created_at: at, published_at: at })
    .onConflict('user_id')
    .merge(chosen)
}
