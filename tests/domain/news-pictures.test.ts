import { PUBLIC, type Role, type UserActor } from '@practice/kernel'
import {
  changesBetween,
  findingsOf,
  notesShown,
  withNotedTexts,
  type ArticleContent,
  type Illustrated,
  type PictureNote,
} from '@practice/access/domain'

const note = (url: string, changes: Partial<PictureNote> = {}): PictureNote => ({
  ...{ url, alt: '村口的路灯', caption: '', consent: 'nobody', consentNote: '' },
  ...changes,
})

const COVER = { url: '/uploads/cover_1.webp', alternativeText: null }
const IMAGE = '<img src="/uploads/a_1.jpg" />'

describe('what keeps pictures from going out', () => {
  test.each`
    what                              | body                                         | cover                                    | notes                                                  | findings
    ${'no pictures'}                  | ${'<p>文</p>'}                               | ${null}                                  | ${[]}                                                  | ${[]}
    ${'nothing noted'}                | ${IMAGE}                                     | ${null}                                  | ${[]}                                                  | ${['consent_missing', 'alt_missing']}
    ${'everything noted'}             | ${IMAGE}                                     | ${null}                                  | ${[note('/uploads/a_1.jpg')]}                          | ${[]}
    ${'a text of its own'}            | ${'<img src="/uploads/a_1.jpg" alt="灯" />'} | ${null}                                  | ${[note('/uploads/a_1.jpg', { alt: '' })]}             | ${[]}
    ${'nobody looked at the people'}  | ${IMAGE}                                     | ${null}                                  | ${[note('/uploads/a_1.jpg', { consent: null })]}       | ${['consent_missing']}
    ${'only spaces as a text'}        | ${IMAGE}                                     | ${null}                                  | ${[note('/uploads/a_1.jpg', { alt: ' ' })]}            | ${['alt_missing']}
    ${'another size of the picture'}  | ${'<img src="/uploads/small_a_1.jpg" />'}    | ${null}                                  | ${[note('/uploads/a_1.jpg')]}                          | ${[]}
    ${'a guardian agreed'}            | ${IMAGE}                                     | ${null}                                  | ${[note('/uploads/a_1.jpg', { consent: 'guardian' })]} | ${[]}
    ${'a cover without a note'}       | ${null}                                      | ${COVER}                                 | ${[]}                                                  | ${['consent_missing', 'alt_missing']}
    ${'a cover with the file’s text'} | ${null}                                      | ${{ ...COVER, alternativeText: '题图' }} | ${[note(COVER.url, { alt: '' })]}                      | ${[]}
    ${'a link that is no picture'}    | ${'<a href="/uploads/a_1.pdf">表</a>'}       | ${null}                                  | ${[]}                                                  | ${[]}
  `('$what: $findings', ({ findings, ...illustrated }: Illustrated & { findings: string[] }) => {
    expect(findingsOf(illustrated).map(({ code }) => code)).toEqual(findings)
  })

  test('each is named once', () => {
    const found = findingsOf({ body: IMAGE + IMAGE + '<img src="/uploads/b.png" />', cover: COVER, notes: [] })
    expect(found[0]?.pictures).toEqual([COVER.url, '/uploads/a_1.jpg', '/uploads/b.png'])
  })
})

test('a picture without a text of its own has the one that was noted, and keeps one that it has', () => {
  const notes = [note('/uploads/a_1.jpg', { alt: '他说"好" <一>' })]
  expect(withNotedTexts(`<p>${IMAGE}</p>`, notes)).toBe(
    '<p><img alt="他说&quot;好&quot; &lt;一&gt;" src="/uploads/a_1.jpg" /></p>',
  )
  expect(withNotedTexts('<img src="/uploads/a_1.jpg" alt="" />', notes)).toContain('alt="他说')
  const own = '<img src="/uploads/a_1.jpg" alt="灯" />'
  expect(withNotedTexts(own, notes)).toBe(own)
  expect(withNotedTexts(IMAGE, [])).toBe(IMAGE)
})

describe('who agreed to be shown', () => {
  const notes = [note('/uploads/a_1.jpg', { consent: 'given', consentNote: '马秀英本人,11月3日' })]
  const user = (role: Role, siteCode: string): UserActor => ({
    ...{ kind: 'user', userId: 1, username: role, displayName: role, role, siteCode },
    ...{ teamCode: null, householdCode: null, assignedSiteCodes: [] },
  })

  test.each`
    actor                                    | sees
    ${PUBLIC}                                | ${false}
    ${user('resident', '640402100207')}      | ${false}
    ${user('team-leader', '640402100')}      | ${false}
    ${user('leader', '640402')}              | ${false}
    ${user('village-admin', '640402100208')} | ${false}
    ${user('town-officer', '640402107')}     | ${false}
    ${user('village-admin', '640402100207')} | ${true}
    ${user('town-officer', '640402100')}     | ${true}
    ${user('county-editor', '640402')}       | ${true}
    ${{ kind: 'panel', adminId: 1 }}         | ${true}
  `('$actor.role of $actor.siteCode: $sees', ({ actor, sees }: { actor: UserActor; sees: boolean }) => {
    const shown = notesShown(actor, '640402100207', notes)
    expect(shown).toEqual(sees ? notes : [{ url: '/uploads/a_1.jpg', alt: '村口的路灯', caption: '' }])
  })
})

describe('what changed', () => {
  const before: ArticleContent = {
    ...{ title: '修好了路灯', summary: null, author: '马秀兰', publishAt: null },
    body: '<p>第一段</p><p>第二段</p><p>第三段</p>',
    theme: { code: 'service', name: '延伸便民服务触角' },
    site: { code: '640402100207', name: '老三营村' },
    cover: null,
    pictures: [note('/uploads/a_1.jpg')],
  }

  test.each`
    what                    | after                                                        | changes
    ${'nothing'}            | ${{}}                                                        | ${[]}
    ${'a title'}            | ${{ title: '路灯亮了' }}                                     | ${[{ field: 'title', from: '修好了路灯', to: '路灯亮了' }]}
    ${'a summary'}          | ${{ summary: '今晚' }}                                       | ${[{ field: 'summary', from: null, to: '今晚' }]}
    ${'a theme'}            | ${{ theme: null }}                                           | ${[{ field: 'theme', from: '延伸便民服务触角', to: null }]}
    ${'a site by its code'} | ${{ site: { code: '640402100208', name: '新三营村' } }}      | ${[{ field: 'site', from: '老三营村', to: '新三营村' }]}
    ${'a cover'}            | ${{ cover: { id: 3, url: '/uploads/c.webp' } }}              | ${[{ field: 'cover', from: null, to: '/uploads/c.webp' }]}
    ${'a paragraph'}        | ${{ body: '<p>第一段</p><p>改了</p><p>第三段</p>' }}         | ${[{ field: 'body', from: '第二段', to: '改了' }]}
    ${'one more paragraph'} | ${{ body: `${before.body}<p>新 &amp; 好</p>` }}              | ${[{ field: 'body', from: null, to: '新 & 好' }]}
    ${'one less paragraph'} | ${{ body: '<p>第一段</p><p>第三段</p>' }}                    | ${[{ field: 'body', from: '第二段', to: null }]}
    ${'the whole text'}     | ${{ body: null }}                                            | ${[{ field: 'body', from: '第一段\n第二段\n第三段', to: null }]}
    ${'mark-up alone'}      | ${{ body: before.body?.replace('第二段', '<b>第二段</b>') }} | ${[{ field: 'body', from: '第二段', to: '第二段' }]}
  `('of $what', ({ after, changes }: { after: Partial<ArticleContent>; changes: object[] }) => {
    expect(changesBetween(before, { ...before, ...after })).toEqual(changes)
  })

  test('of a picture’s note', () => {
    const next = note('/uploads/a_1.jpg', { consent: 'given' })
    expect(changesBetween(before, { ...before, pictures: [next] })).toEqual([
      { field: 'pictures', from: null, to: null, pictures: [{ url: next.url, from: note(next.url), to: next }] },
    ])
  })

  test('of a new article is everything that it has', () => {
    const fields = changesBetween(null, before).map(({ field }) => field)
    expect(fields).toEqual(['title', 'theme', 'site', 'author', 'body', 'pictures'])
  })

  test('is cut where it is long', () => {
    const [change] = changesBetween(before, { ...before, body: `<p>${'长'.repeat(3_000)}</p>` })
    expect(change?.to).toHaveLength(2_001)
  })
})
