import type { ArticlePictureView } from '@practice/access/contracts'
import { mediaAmong, mediaOf } from '../media'
import type { PicturedArticle } from '../media'

const note = (url: string, said: Partial<ArticlePictureView> = {}): ArticlePictureView => ({
  ...{ url, alt: '', caption: '', consent: null, consentNote: '' },
  ...said,
})
const article = (documentId: string, day: number, said: Partial<PicturedArticle>): PicturedArticle => ({
  ...{ documentId, title: `题${documentId}`, updatedAt: `2026-11-0${day}T00:00:00.000Z`, pictures: null, cover: null },
  ...said,
})
const cover = { id: 1, url: '/uploads/c.jpg', name: 'c', alternativeText: '题图' }

const MEDIA = mediaOf([
  article('a', 1, { pictures: [note('/uploads/a.jpg', { alt: '旧' }), note('/uploads/b.jpg', { consent: 'given' })] }),
  article('b', 2, { cover, pictures: [note('/uploads/a.jpg', { alt: '理发', consent: 'nobody' })] }),
])

test('each picture stands once, as it was noted last, with all that show it', () => {
  expect(MEDIA.map(({ url, alt, uses }) => [url, alt, uses.map(({ documentId }) => documentId)])).toEqual([
    ['/uploads/c.jpg', '题图', ['b']],
    ['/uploads/a.jpg', '理发', ['b', 'a']],
    ['/uploads/b.jpg', '', ['a']],
  ])
  expect(MEDIA[0]?.uses).toEqual([{ documentId: 'b', title: '题b', isCover: true }])
})

test.each`
  which        | search      | urls
  ${'all'}     | ${''}       | ${['/uploads/c.jpg', '/uploads/a.jpg', '/uploads/b.jpg']}
  ${'consent'} | ${''}       | ${['/uploads/c.jpg']}
  ${'alt'}     | ${''}       | ${['/uploads/b.jpg']}
  ${'all'}     | ${' 理发 '} | ${['/uploads/a.jpg']}
  ${'all'}     | ${'题a'}    | ${['/uploads/a.jpg', '/uploads/b.jpg']}
  ${'alt'}     | ${'理发'}   | ${[]}
`('$which with "$search"', ({ which, search, urls }) => {
  const found = mediaAmong(MEDIA, which as Parameters<typeof mediaAmong>[1], search as string)
  expect(found.map(({ url }) => url)).toEqual(urls)
})
