import { decideIdempotency, inputHash, ok, type Result } from '@practice/kernel'
import type { Knex } from 'knex'
import { findKey, settleKey, takeKey } from '../store/idempotency'

/** A request that must happen at most once. */
export interface OnceRequest {
  /** Whose key it is: keys of different people never meet. */
  actor: string
  /** What is being done, such as `order.place`. */
  operation: string
  /** The `Idempotency-Key` header. */
  key: string
  /** The body, by which a repetition is told from a reuse. */
  input: unknown
}

/** What came of it; `value` is there when this very call did the work. */
export interface OnceOutcome<T> {
  fresh: boolean
  documentId: string
  value?: T
}

/** Requests with an idempotency key. */
export const idempotency = () => ({
  /**
   * Does `work` at most once for a key, within the caller's transaction: the key and its work are committed together
   * or not at all. A repetition gets the documentId that the first one made; of concurrent ones one works, the others
   * wait for it and see its outcome.
   */
  async once<T>(
    trx: Knex.Transaction,
    request: OnceRequest,
    work: () => Promise<{ documentId: string; value: T }>,
  ): Promise<Result<OnceOutcome<T>, 'key_reused'>> {
    const hash = inputHash(request.input)
    if (await takeKey(trx, request, hash, Date.now())) {
      const made = await work()
      await settleKey(trx, request, made.documentId)
      return ok({ fresh: true, ...made })
    }
    const known = await findKey(trx, request)
    const decision = decideIdempotency(known, hash)
    if (!decision.ok) return decision
    if (known === null || known.subjectId === null) {
      throw new Error(`idempotency key of ${request.operation} was taken, yet nothing came of it`)
    }
    return ok({ fresh: false, documentId: known.subjectId })
  },
})
