import { NewsDesk, type NewsDeskView } from '@practice/access/contracts'
import { as, nobody, type Caller } from '../support/api'
import { dataOf } from './dispatch-support'
import { askSecondPerson, written, done, newsroom, type Article, type Newsroom } from './news-support'

let yang: Newsroom['yang']
let shao: Newsroom['shao']
let village: Newsroom['village']
let officer: Newsroom['officer']

beforeAll(async () => {
  ;({ yang, shao, village, officer } = await newsroom())
})
afterEach(() => askSecondPerson(false))

describe('the desk', () => {
  const deskOf = async (caller: Caller) => dataOf<NewsDeskView>(await caller.get('/api/articles/desk'))

  test('counts what waits at one’s site and below', async () => {
    const before = {
      editor: await deskOf(yang),
      village: await deskOf(village),
      other: await deskOf(await as('village-admin-2')),
    }
    NewsDesk.parse(before.editor)
    const [submitted, , published] = [
      await done(village, await written(village), 'submit'),
      await written(village),
      await done(yang, await written(yang, { site: '640402' }), 'publish'),
    ]
    await nobody().post(`/api/articles/${published.documentId}/read`, { data: {} }, { 'User-Agent': 'desk' })
    const after = {
      editor: await deskOf(yang),
      village: await deskOf(village),
      other: await deskOf(await as('village-admin-2')),
    }
    const { counts } = before.editor
    expect(after.editor.counts).toEqual({
      ...counts,
      submitted: counts.submitted + 1,
      submittedFromBelow: counts.submittedFromBelow + 1,
      drafts: counts.drafts + 1,
      publishedThisWeek: counts.publishedThisWeek + 1,
    })
    expect(after.editor.reads.today).toBe(before.editor.reads.today + 1)
    expect(after.editor.reads.days).toHaveLength(14)
    expect(after.editor.reads.days.at(-1)?.reads).toBe(after.editor.reads.today)
    expect(after.village.counts.submitted).toBe(before.village.counts.submitted + 1)
    expect(after.village.counts.submittedFromBelow).toBe(0)
    expect(after.other.counts).toEqual(before.other.counts)
    expect(JSON.stringify(after.other)).not.toContain(submitted.documentId)
  })

  test('counts the rows that the lists with the same filters show', async () => {
    const { counts } = await deskOf(yang)
    const total = async (query: string) => {
      const reply = await yang.get(`/api/articles?status=draft&pagination[pageSize]=1&${query}`)
      return (reply.body as { meta: { pagination: { total: number } } }).meta.pagination.total
    }
    const atRest = 'filters[publishAt][$null]=true&hasPublishedVersion=false'
    expect(await total(`filters[stage][$eq]=draft&${atRest}`)).toBe(counts.drafts)
    expect(await total('filters[stage][$eq]=submitted')).toBe(counts.submitted)
    expect(await total('filters[stage][$eq]=returned')).toBe(counts.returned)
    expect(await total(`filters[stage][$eq]=approved&${atRest}`)).toBe(counts.approved)
    expect(await total('filters[publishAt][$notNull]=true')).toBe(counts.scheduled)
  })

  test('is laid for those who draft', async () => {
    for (const username of ['team-leader', 'points-reviewer', 'points-supervisor', 'leader', 'resident']) {
      expect((await (await as(username)).get('/api/articles/desk')).status).toBe(403)
    }
  })
})

describe('somebody is told', () => {
  const told = async (caller: Caller, { documentId }: Article) => {
    const list = dataOf<{ kind: string; subject: { documentId: string }; note: string | null; read: boolean }[]>(
      await caller.get('/api/access/notifications?pagination[pageSize]=100'),
    )
    return list.filter(({ subject }) => subject.documentId === documentId)
  }

  test('editors of what was submitted, and its writer of what became of it', async () => {
    let article = await done(village, await written(village), 'submit')
    for (const editor of [yang, shao]) {
      expect(await told(editor, article)).toMatchObject([{ kind: 'article_submitted', read: false }])
    }
    article = await done(yang, article, 'return', { note: '请补一张照片' })
    expect(await told(shao, article)).toMatchObject([{ read: true }])
    expect(await told(village, article)).toMatchObject([{ kind: 'article_returned', note: '请补一张照片' }])
    article = await done(yang, await done(village, article, 'submit'), 'approve')
    await done(yang, article, 'publish')
    const kinds = (await told(village, article)).map(({ kind }) => kind)
    expect(kinds).toEqual(['article_published', 'article_approved', 'article_returned'])
    expect(await told(officer, article)).toEqual([])
    expect((await told(yang, article)).every(({ kind, read }) => kind === 'article_submitted' && read)).toBe(true)
  })

  test('no editor of what they may not decide', async () => {
    await askSecondPerson(true)
    const article = await done(shao, await written(yang), 'submit')
    expect([await told(yang, article), await told(shao, article)]).toEqual([[], []])
  })
})
