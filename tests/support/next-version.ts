import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server behind an address of its own, of which a next version can be installed. */
export interface Upgradable {
  url: string
  /** From now on its service workers are others, as after an installation. */
  upgrade(): void
  stop(): Promise<void>
}

/** Stands in front of a server and hands everything on, but for the service workers' text. */
export async function upgradable(serverUrl: string): Promise<Upgradable> {
  let addition = ''
  const server = createServer((incoming, outgoing) => {
    const { method, url = '/', headers } = incoming
    const isWorker = /^\/(my-)?sw\.js$/.test(url)
    const asked = request(serverUrl + url, {
      method,
      // A compressed text has no end to which something could be added.
      headers: isWorker ? { ...headers, 'accept-encoding': 'identity' } : headers,
    })
    asked.on('response', (reply) => {
      const { 'content-length': length, etag, ...rest } = reply.headers
      const untouched = {
        ...(length === undefined ? {} : { 'content-length': length }),
        ...(etag === undefined ? {} : { etag }),
      }
      outgoing.writeHead(reply.statusCode ?? 502, isWorker ? rest : { ...rest, ...untouched })
      reply.on('end', () => outgoing.end(isWorker ? addition : undefined))
      reply.pipe(outgoing, { end: false })
    })
    asked.on('error', () => outgoing.destroy())
    outgoing.on('close', () => asked.destroy())
    incoming.pipe(asked)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    upgrade: () => {
      addition = '\n// The next version.\n'
    },
    async stop() {
      const ended = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await ended
    },
  }
}
