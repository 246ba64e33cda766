import type { Card, PointRuleView, RuleSet, ScoreRecord } from '@practice/scoring/contracts'
import { DEFAULT_DEMO_PASSWORD } from '@practice/seeds'
import type { Browser } from 'playwright-core'
import { SERVER_URL } from './person'

/** The village of the demo accounts. */
export const VILLAGE = '640402100207'

/** Requests of one person over HTTP; every failure throws with what the server said. */
export interface Requests {
  get<Data>(path: string): Promise<Data>
  post<Data>(path: string, data: unknown): Promise<Data>
  /** Uploads a picture and gives its documentId. */
  upload(name: string, picture: Buffer): Promise<string>
}

/** Signs in over HTTP. */
export async function requestsOf(username: string): Promise<Requests> {
  const reply = await fetch(`${SERVER_URL}/api/auth/local`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: username, password: DEFAULT_DEMO_PASSWORD }),
  })
  const { jwt } = (await reply.json()) as { jwt: string }
  const authorization = `Bearer ${jwt}`
  async function send(path: string, init: RequestInit): Promise<unknown> {
    const response = await fetch(`${SERVER_URL}/api${path}`, init)
    const text = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`)
    return JSON.parse(text) as unknown
  }
  return {
    get: async <Data>(path: string) => ((await send(path, { headers: { authorization } })) as { data: Data }).data,
    post: async <Data>(path: string, data: unknown) => {
      const headers = { authorization, 'content-type': 'application/json' }
      return ((await send(path, { method: 'POST', headers, body: JSON.stringify({ data }) })) as { data: Data }).data
    },
    upload: async (name, picture) => {
      const form = new FormData()
      form.append('files', new Blob([Uint8Array.from(picture)], { type: 'image/jpeg' }), name)
      const [file] = (await send('/upload', { method: 'POST', headers: { authorization }, body: form })) as {
        documentId: string
      }[]
      return file?.documentId ?? ''
    },
  }
}

/** Pictures that no other looks like: hills under a sky, as different as their seeds. */
export async function photosOf(browser: Browser, seeds: readonly number[]): Promise<Buffer[]> {
  const page = await browser.newPage({ viewport: { width: 960, height: 640 } })
  const photos: Buffer[] = []
  for (const seed of seeds) {
    const part = (salt: number) => Math.abs(Math.sin(seed * 12.9898 + salt * 78.233)) * 100
    const hills = [1, 2, 3, 4]
      .map(
        (hill) =>
          `<div style="position:absolute;left:${part(hill) - 30}%;top:${30 + part(hill + 9) / 2}%;width:70%;height:90%;` +
          `border-radius:50%;background:hsl(${part(hill + 20) * 3.6} 35% ${25 + part(hill + 30) / 2}%)"></div>`,
      )
      .join('')
    await page.setContent(
      `<body style="margin:0;overflow:hidden;position:relative;height:640px;background:hsl(${part(5) * 3.6} 50% 80%)">${hills}</body>`,
    )
    photos.push(await page.screenshot({ type: 'jpeg', quality: 85 }))
  }
  await page.close()
  return photos
}

/** The rule of a village that asks for photos and leaves most room in a month. */
export async function photoRuleOf(requests: Requests): Promise<PointRuleView> {
  const { rules } = await requests.get<RuleSet>(`/scoring/rule-sets?site=${VILLAGE}`)
  const room = ({ capPerMonth, points }: PointRuleView) => (capPerMonth ?? Number.MAX_SAFE_INTEGER) / points
  const [most] = rules
    .filter(({ active, kind, evidence }) => active && kind === 'reward' && evidence === 'photo')
    .sort((one, other) => room(other) - room(one))
  if (most === undefined) throw new Error('no rule asks for photos')
  return most
}

/** The open cards of the village by number. */
export function cardsOf(requests: Requests): Promise<Card[]> {
  return requests.get<Card[]>('/scoring/cards?filters[state]=active&sort=number&pagination[pageSize]=100')
}

/** Records one thing of today, an hour ago. */
export function recordFor(
  requests: Requests,
  card: string,
  rule: string,
  note: string,
  evidence: readonly string[],
): Promise<ScoreRecord> {
  const occurredAt = new Date(Date.now() - 60 * 60 * 1000).toISOString()
  return requests.post<ScoreRecord>('/scoring/records', { card, rule, occurredAt, note, evidence })
}
