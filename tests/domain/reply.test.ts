import { ok, refuse, reply, type Replying, type Result } from '@practice/kernel'

const STATUSES = { not_found: 404, changed_meanwhile: 409 } as const
type Code = keyof typeof STATUSES

function written(result: Result<unknown, Code>, success?: Parameters<typeof reply>[3]): Replying {
  const ctx: Replying = { status: 0, body: null }
  reply(ctx, result, STATUSES, success)
  return ctx
}

test('a value is written as data', () => {
  expect(written(ok({ number: 'D1' }))).toEqual({ status: 200, body: { data: { number: 'D1' }, meta: {} } })
  expect(written(ok([]), { status: 201, meta: { total: 0 } })).toEqual({
    status: 201,
    body: { data: [], meta: { total: 0 } },
  })
})

test('a refusal is written in the form of Strapi, its code among the details and not to be overwritten by them', () => {
  expect(written(refuse('changed_meanwhile', { order: { version: 3 }, code: 'other' }))).toEqual({
    status: 409,
    body: {
      data: null,
      error: {
        status: 409,
        name: 'ConflictError',
        message: 'changed_meanwhile',
        details: { order: { version: 3 }, code: 'changed_meanwhile' },
      },
    },
  })
})
