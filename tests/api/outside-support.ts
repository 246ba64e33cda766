import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { app, tokenOf } from '../support/api'

/** What came back, as it is on the wire. */
export interface Reply {
  status: number
  text: string
}

/** Node's own client, because supertest mends what is sent. */
export function send(
  method: string,
  path: string,
  token: string | null,
  body?: string,
  headers: object = {},
): Promise<Reply> {
  const { port } = app().server.httpServer.address() as AddressInfo
  const authorization = token === null ? {} : { authorization: `Bearer ${token}` }
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, method, path, headers: { ...authorization, ...type, ...headers } },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }))
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

/** The contract's form of a refusal. */
export interface Failure {
  data: null
  error: { status: number; details: { code: string; errors?: { path: string[] }[] } }
}

/** A refusal in the contract's form, without a stack; `what` says of what when it is not. */
export function assertFailure(reply: Reply, what: object): Failure {
  expect({
    ...what,
    isRefused: reply.status >= 400 && reply.status < 500,
    text: reply.text.slice(0, 200),
  }).toMatchObject({
    ...what,
    isRefused: true,
  })
  expect(reply.text).not.toMatch(/node_modules|\.[jt]s:\d+|SQLITE|syntax error/)
  const failure = JSON.parse(reply.text) as Failure
  expect({ ...what, failure }).toMatchObject({
    ...what,
    failure: { data: null, error: { status: reply.status, details: { code: expect.any(String) as string } } },
  })
  return failure
}

/** Somebody who may write what the route is about. */
export const writerOf = (path: string) =>
  path.startsWith('/api/articles')
    ? 'county-editor'
    : path.startsWith('/api/households') || path.startsWith('/api/activities')
      ? 'village-admin'
      : 'county-dispatcher'

const tokens = new Map<string, Promise<string>>()

/** A token of an account, looked up once. */
export function tokenFor(username: string): Promise<string> {
  const token = tokens.get(username) ?? tokenOf(username)
  tokens.set(username, token)
  return token
}
