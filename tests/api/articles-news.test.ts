import { ArticleDesk, ArticleRevision, type ArticleVerb } from '@practice/access/contracts'
import { app, as, nobody } from '../support/api'
import { dataOf, refusalOf, TOWN } from './dispatch-support'
import {
  HOUR_MS,
  askSecondPerson,
  INPUTS,
  publishDue,
  written,
  act,
  done,
  draftOf,
  historyOf,
  isPublic,
  inPanel,
  newsroom,
  type Article,
  type Newsroom,
} from './news-support'

let yang: Newsroom['yang']
let shao: Newsroom['shao']
let village: Newsroom['village']

beforeAll(async () => {
  ;({ yang, shao, village } = await newsroom())
})
afterEach(() => askSecondPerson(false))

test('written by one editor, approved by another, scheduled, it is public after its time and not before', async () => {
  await askSecondPerson(true)
  const at = Date.now() + HOUR_MS
  let article = await written(yang)
  article = dataOf(
    await yang.put(`/api/articles/${article.documentId}`, {
      data: { title: '老三营村修好了路灯', body: '<p>亮了</p><p>一共十二盏。</p>', version: article.version },
    }),
  )
  article = await done(yang, article, 'submit')
  expect(refusalOf(await act(yang, article, 'approve'))).toBe('403 own_article')
  expect(refusalOf(await act(yang, article, 'publish'))).toBe('409 not_approved')
  article = await done(shao, article, 'approve')
  article = await done(yang, article, 'schedule', { publishAt: new Date(at).toISOString() })
  expect(article.desk).toMatchObject({ stage: 'approved', publishAt: new Date(at).toISOString(), publishedAt: null })

  await publishDue(at - 1)
  expect(await isPublic(article)).toBe(false)
  await publishDue(at)
  expect(await isPublic(article)).toBe(true)

  const history = await historyOf(yang, article.documentId)
  for (const line of history) ArticleRevision.parse(line)
  expect(history.map(({ verb, by, from, to }) => `${by.name} ${verb} ${from} ${to}`).reverse()).toEqual([
    '杨晓梅 create null draft',
    '杨晓梅 edit draft draft',
    '杨晓梅 submit draft submitted',
    '邵雨晴 approve submitted approved',
    '杨晓梅 schedule approved approved',
    'system:scheduled publishing publish approved approved',
  ])
  expect(history.at(-2)?.changes).toEqual([
    { field: 'title', from: '村里修好了路灯', to: '老三营村修好了路灯' },
    { field: 'body', from: null, to: '一共十二盏。' },
  ])
  expect(history[1]?.changes).toEqual([{ field: 'publishAt', from: null, to: new Date(at).toISOString() }])
})

describe('a second person', () => {
  test('is not somebody who wrote a word of it', async () => {
    await askSecondPerson(true)
    let article = await done(village, await written(village), 'submit')
    article = dataOf(await shao.put(`/api/articles/${article.documentId}`, { data: { title: '路灯亮了' } }))
    expect(refusalOf(await act(shao, article, 'approve'))).toBe('403 own_article')
    expect((await draftOf(shao, article.documentId)).desk.allowed).not.toContain('approve')
    expect((await done(yang, article, 'approve')).desk).toMatchObject({ approvedBy: { username: 'county-editor' } })
  })

  test('has approved what goes out, and nothing that was changed since', async () => {
    await askSecondPerson(true)
    let article = await done(shao, await done(yang, await written(yang), 'submit'), 'approve')
    article = await done(yang, article, 'schedule', { publishAt: new Date(Date.now() + HOUR_MS).toISOString() })
    article = dataOf(await yang.put(`/api/articles/${article.documentId}`, { data: { summary: '改了一句' } }))
    expect(article).toMatchObject({ stage: 'draft', publishAt: null, desk: { stage: 'draft', approvedBy: null } })
    expect(refusalOf(await act(yang, article, 'publish'))).toBe('409 not_approved')
  })

  test('is asked for by whatever way an article would go out', async () => {
    const article = await written(yang)
    await askSecondPerson(true)
    const { documentId } = article
    const time = new Date(Date.now() + HOUR_MS).toISOString()
    expect(refusalOf(await yang.put(`/api/articles/${documentId}`, { data: { publishAt: time } }))).toBe(
      '409 not_approved',
    )
    expect(refusalOf(await yang.post('/api/articles', { data: { title: '新', site: TOWN, publishAt: time } }))).toBe(
      '409 not_approved',
    )
    await expect(inPanel(() => app().documents('api::article.article').publish({ documentId }))).rejects.toThrow(
      'not_approved',
    )
    expect(await isPublic(article)).toBe(false)
    expect(await draftOf(yang, documentId)).toMatchObject({ version: article.version, publishAt: null })
  })

  test('who was not there when the time came keeps it back, and the history says why', async () => {
    const at = Date.now() + HOUR_MS
    const article = await done(yang, await written(yang), 'schedule', { publishAt: new Date(at).toISOString() })
    await askSecondPerson(true)
    await publishDue(at)
    expect(await isPublic(article)).toBe(false)
    expect((await draftOf(yang, article.documentId)).desk).toMatchObject({ publishAt: null, publishedAt: null })
    expect((await historyOf(yang, article.documentId))[0]).toMatchObject({ verb: 'unschedule', note: 'not_approved' })
    const list = dataOf<{ subject: { documentId: string }; note: string }[]>(
      await yang.get('/api/access/notifications'),
    )
    const told = list.filter(({ subject }) => subject.documentId === article.documentId)
    expect(told).toMatchObject([{ kind: 'article_returned', note: expect.stringContaining('第二人') as string }])
  })

  test('is asked for by editors alone', async () => {
    for (const username of ['county-dispatcher', 'town-officer', 'village-admin', 'leader', 'resident']) {
      const caller = await as(username)
      expect(refusalOf(await caller.get('/api/articles/settings'))).toBe('403 role_not_allowed')
      expect(refusalOf(await caller.put('/api/articles/settings', { data: { secondPerson: true } }))).toBe(
        '403 role_not_allowed',
      )
    }
    expect((await nobody().get('/api/articles/settings')).status).toBe(401)
    expect((await yang.put('/api/articles/settings', { data: { secondPerson: 'yes' } })).status).toBe(400)
    expect((await yang.put('/api/articles/settings', { data: {} })).status).toBe(400)
    expect(dataOf(await shao.get('/api/articles/settings'))).toEqual({ secondPerson: false })
  })
})

const VERBS: ArticleVerb[] = [
  ...(['submit', 'approve', 'return', 'withdraw', 'schedule', 'unschedule', 'publish', 'unpublish'] as const),
]
const READERS = ['county-editor', 'county-editor-2', 'county-dispatcher', 'town-officer', 'village-admin'] as const
const OTHERS = ['town-officer-2', 'village-admin-2', 'team-leader', 'points-reviewer', 'points-supervisor'] as const

describe.each(['draft', 'submitted', 'approved', 'returned'] as const)('an article that is %s', (stage) => {
  const steps = { draft: [], submitted: ['submit'], approved: ['submit', 'approve'], returned: ['submit', 'return'] }

  async function standing(): Promise<Article> {
    let article = await written(village)
    for (const verb of steps[stage] as ArticleVerb[]) {
      article = await done(verb === 'submit' ? village : yang, article, verb, INPUTS[verb])
    }
    return article
  }

  test.each(READERS)('is to %s what `allowed` says', async (username) => {
    await askSecondPerson(true)
    const [caller, article] = [await as(username), await standing()]
    const { desk } = await draftOf(caller, article.documentId)
    ArticleDesk.parse(desk)
    expect(desk.stage).toBe(stage)
    for (const verb of VERBS) {
      const stale = refusalOf(await act(caller, { ...article, version: 99 }, verb, INPUTS[verb]))
      const works = desk.allowed.includes(verb)
      expect({ verb, works, stale }).toEqual({ verb, works, stale: works ? '409 changed' : stale })
      if (!works) expect(['403 role_not_allowed', '403 own_article', '409 wrong_stage', ...NOT_SO]).toContain(stale)
    }
    for (const verb of desk.allowed) {
      const fresh = await standing()
      expect({ verb, status: (await act(caller, fresh, verb, INPUTS[verb])).status }).toEqual({ verb, status: 200 })
    }
    expect(await isPublic(article)).toBe(false)
  })

  test('is not there for others, or not theirs to do', async () => {
    const article = await standing()
    for (const username of [...OTHERS, 'leader', 'resident']) {
      const caller = await as(username)
      for (const verb of VERBS) {
        const refusal = refusalOf(await act(caller, article, verb, INPUTS[verb]))
        expect(['403 role_not_allowed', '404 not_found']).toContain(refusal)
      }
      for (const path of ['', '?status=draft', '/history', '/history/1']) {
        const reply = await caller.get(`/api/articles/${article.documentId}${path}`)
        expect([403, 404]).toContain(reply.status)
        expect(reply.text).not.toContain(article.title)
      }
      const restored = await caller.post(`/api/articles/${article.documentId}/restore`, { data: { version: 1, to: 1 } })
      expect([403, 404]).toContain(restored.status)
    }
    expect(await draftOf(yang, article.documentId)).toMatchObject({ version: article.version, stage })
  })
})

const NOT_SO = ['409 not_approved', '409 not_scheduled', '409 not_published']
