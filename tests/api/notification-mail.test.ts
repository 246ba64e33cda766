import nodemailer from '@strapi/provider-email-nodemailer'
import { app, as, tokenOf, type Caller } from '../support/api'
import { startVictim } from '../support/server'
import { startMailServer, type MailServer } from '../support/smtp'
import { dataOf, db, done, makeTeam, placed } from './dispatch-support'

const MINUTE_MS = 60_000

interface Provider {
  send(mail: object): Promise<unknown>
}

const email = () => app().plugin('email') as unknown as { provider: Provider }
const mail = () => app().plugin('access').service('mail') as { run(now: number): Promise<number> }

let server: MailServer
let before: Provider

beforeAll(async () => {
  server = await startMailServer()
  before = email().provider
  const transport = { url: `smtp://127.0.0.1:${server.port}`, ignoreTLS: true }
  email().provider = nodemailer.init(transport, {
    defaultFrom: 'desk@example.cn',
    defaultReplyTo: 'desk@example.cn',
  }) as unknown as Provider
})

afterAll(async () => {
  email().provider = before
  await server.stop()
})

/** A team leader who asked for mail. */
async function mailed(): Promise<{ code: string; leader: Caller; address: string }> {
  const { code, leader, username } = await makeTeam()
  const address = `${username.toLowerCase()}@example.cn`
  const choices = { order_dispatched: { app: true, email: true } }
  dataOf(await leader.put('/api/access/notifications/preferences', { data: { email: address, choices } }))
  return { code, leader, address }
}

async function dispatchedTo(team: string, count: number): Promise<string[]> {
  const dispatcher = await as('county-dispatcher')
  const numbers: string[] = []
  for (let made = 0; made < count; made++) {
    const order = await done(dispatcher, await placed(), 'dispatch', { team, reason: '试一试' })
    numbers.push(order.number)
  }
  return numbers
}

const mailTo = (address: string) => server.received.filter(({ to }) => to.includes(address))

test('several notifications go out as one mail, once, however many servers send', async () => {
  const { code, address } = await mailed()
  const numbers = await dispatchedTo(code, 3)
  await mail().run(Date.now())
  expect(mailTo(address)).toEqual([])
  const later = Date.now() + 6 * MINUTE_MS
  await Promise.all([mail().run(later), mail().run(later), mail().run(later)])
  const [digest, ...others] = mailTo(address)
  expect(others).toEqual([])
  expect(digest?.text).toContain('文明实践台：3 条待办消息')
  for (const number of numbers) expect(digest?.text).toContain(number)
  // Neither whoever ordered nor why a team was chosen: mail passes through other hands.
  expect(digest?.text).not.toContain('马建国')
  expect(digest?.text).not.toContain('试一试')
  await mail().run(later + 60 * MINUTE_MS)
  expect(mailTo(address)).toHaveLength(1)
})

test('what was read or done meanwhile is not mailed', async () => {
  const { code, leader, address } = await mailed()
  await dispatchedTo(code, 2)
  dataOf(await leader.post('/api/access/notifications/read', { data: { all: true } }))
  await mail().run(Date.now() + 6 * MINUTE_MS)
  expect(mailTo(address)).toEqual([])
})

test('mail that fails is tried again, ever later, and given up in the end', async () => {
  const { code, address } = await mailed()
  await dispatchedTo(code, 1)
  let now = Date.now() + 6 * MINUTE_MS
  server.refuse(true)
  await mail().run(now)
  expect(mailTo(address)).toEqual([])
  server.refuse(false)
  await mail().run(now)
  expect(mailTo(address)).toEqual([])
  now += 2 * MINUTE_MS
  await mail().run(now)
  expect(mailTo(address)).toHaveLength(1)

  await dispatchedTo(code, 1)
  server.refuse(true)
  for (const minutes of [10, 2, 6, 31, 121, 721]) {
    now += minutes * MINUTE_MS
    await mail().run(now)
  }
  server.refuse(false)
  await mail().run(now + 24 * 60 * MINUTE_MS)
  expect(mailTo(address)).toHaveLength(1)
  const waiting: unknown[] = await db()('access_notifications')
    .whereNotNull('mail_due_at')
    .where('mail_attempts', '>', 5)
  expect(waiting).toEqual([])
})

test('mail is on where the environment names a server and a sender', async () => {
  const victim = await startVictim({ SMTP_URL: `smtp://127.0.0.1:${server.port}`, MAIL_FROM: 'desk@example.cn' })
  try {
    const token = await tokenOf('team-leader')
    const reply = await fetch(`${victim.url}/api/access/notifications/preferences`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(await reply.json()).toMatchObject({ data: { mailIsOn: true } })
  } finally {
    await victim.kill()
  }
}, 90_000)
