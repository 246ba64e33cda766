import { nameOf, Refused, service, type Actor } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'

/** A request that may carry a key, so that it has no second effect when it is sent again. */
export interface MaybeOnce {
  actor: Actor
  /** What is being done, such as `stock.move`. */
  operation: string
  /** The `Idempotency-Key` header, or null. */
  key: string | null
  /** What the request says, by which a repetition is told from a reuse. */
  input: unknown
}

/** What a request made, and whether this very call made it. */
export interface Made {
  documentId: string
  fresh: boolean
}

/**
 * Does `work`, which gives the documentId of what it made; with a key at most once. Within the caller's transaction,
 * which is refused as `key_reused` when the key came with something else before.
 */
export async function once(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { actor, operation, key, input }: MaybeOnce,
  work: () => Promise<string>,
): Promise<Made> {
  if (key === null) return { documentId: await work(), fresh: true }
  const done = await service(strapi, 'access', 'idempotency').once(
    trx,
    { actor: nameOf(actor), operation, key, input },
    async () => {
      const documentId = await work()
      return { documentId, value: documentId }
    },
  )
  if (!done.ok) throw new Refused<'key_reused'>(done)
  return { documentId: done.value.documentId, fresh: done.value.fresh }
}
