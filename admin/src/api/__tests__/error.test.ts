import { errorOf } from '../error'

test('a refusal keeps its code and its figures', () => {
  const error = errorOf(409, {
    data: null,
    error: {
      status: 409,
      name: 'ConflictError',
      message: 'x',
      details: { code: 'changed_meanwhile', order: { version: 3 } },
    },
  })
  expect(error).toMatchObject({
    status: 409,
    statusCode: 409,
    code: 'changed_meanwhile',
    details: { order: { version: 3 } },
  })
})

test('a malformed body names its fields by path, without the wrapping `data`', () => {
  const error = errorOf(400, {
    error: {
      message: 'invalid',
      details: {
        errors: [
          { path: ['data', 'requester', 'phone'], message: 'too short' },
          { path: ['data', 'requester', 'phone'], message: 'no digits' },
          { path: ['data'], message: 'unknown key' },
        ],
      },
    },
  })
  expect(error.code).toBe('invalid')
  expect(error.fields).toEqual({ 'requester.phone': ['too short', 'no digits'], '': ['unknown key'] })
})

test.each([
  [502, '<html>', 'server'],
  [404, null, 'not_found'],
  [429, {}, 'too_often'],
  [403, { error: null }, 'forbidden'],
])('status %s with body %p is %s', (status, body, code) => {
  expect(errorOf(status, body).code).toBe(code)
})
