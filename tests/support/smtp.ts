import { createServer, type AddressInfo, type Socket } from 'node:net'

/** A message as the server of mail got it. */
export interface ReceivedMail {
  to: string[]
  /** Headers and body, base64 undone. */
  text: string
}

/** A server of mail for one test: it speaks just enough SMTP to take messages, or to refuse them. */
export interface MailServer {
  port: number
  received: ReceivedMail[]
  /** From now on every message is refused for the moment, as by a server that is overloaded; or taken again. */
  refuse(isRefusing: boolean): void
  stop(): Promise<void>
}

/** Starts one on a free port. */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  let isRefusing = false
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    converse(socket, received, () => isRefusing)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    received,
    refuse: (refusing) => {
      isRefusing = refusing
    },
    stop: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function converse(socket: Socket, received: ReceivedMail[], isRefusing: () => boolean): void {
  let to: string[] = []
  let message: string[] | null = null
  let rest = ''
  const say = (line: string) => void socket.write(`${line}\r\n`)
  say('220 test')
  socket.setEncoding('utf8')
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (message !== null) {
        if (line !== '.') message.push(line)
        else {
          received.push({ to, text: decoded(message) })
          message = null
          to = []
          say('250 taken')
        }
      } else if (/^RCPT TO:/i.test(line)) {
        to.push(/<(.*?)>/.exec(line)?.[1] ?? '')
        say(isRefusing() ? '451 later' : '250 ok')
      } else if (/^DATA/i.test(line)) {
        message = []
        say('354 go on')
      } else if (/^QUIT/i.test(line)) {
        say('221 bye')
        socket.end()
      } else say('250 ok')
    }
  })
}

function decoded(lines: readonly string[]): string {
  const wordsOf = (encoded: string) => Buffer.from(encoded, 'base64').toString('utf8')
  return lines
    .join('\n')
    .replace(/=\?UTF-8\?B\?(.*?)\?=\s*/g, (_, word: string) => wordsOf(word))
    .replace(/(?<=base64\n\n)([A-Za-z0-9+/=\n]+?)(?=\n?--|$)/g, wordsOf)
}
