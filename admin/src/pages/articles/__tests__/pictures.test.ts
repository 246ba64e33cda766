/**
 * @jest-environment jsdom
 */
import type { ArticlePictureView } from '@practice/access/contracts'
import { newValues } from '../article'
import type { ArticleValues, Cover } from '../article'
import { isWhole, largestPart } from '../picture/crop'
import { noteOf, notesOf, openOf, picturesIn, textOfCover, withNote } from '../pictures'

const cover: Cover = { id: 7, url: '/uploads/cover.jpg', name: '院落宣讲.jpg', alternativeText: null }
const figure = (url: string, alt: string, caption = '') =>
  `<figure><img src="${url}" alt="${alt}"><figcaption>${caption}</figcaption></figure>`
const note = (said: Partial<ArticlePictureView>): ArticlePictureView => ({ ...noteOf([], '/uploads/a.jpg'), ...said })
const values = (said: Partial<ArticleValues>): ArticleValues => ({ ...newValues('640402', ''), ...said })

test.each`
  what                             | body                                                               | pictures
  ${'no picture'}                  | ${'<p>文</p>'}                                                     | ${[]}
  ${'a picture alone'}             | ${'<p><img src="/uploads/a.jpg" alt=" 院 "></p>'}                  | ${[['/uploads/a.jpg', '院', '']]}
  ${'a picture with its caption'}  | ${figure('/uploads/a.jpg', '院', '周六上午')}                      | ${[['/uploads/a.jpg', '院', '周六上午']]}
  ${'a picture that stands twice'} | ${figure('/uploads/a.jpg', '院') + figure('/uploads/a.jpg', '又')} | ${[['/uploads/a.jpg', '院', '']]}
`('$what', ({ body, pictures }: { body: string; pictures: string[][] }) => {
  expect(picturesIn(body).map(({ url, alt, caption }) => [url, alt, caption])).toEqual(pictures)
})

test('notes are of what is shown: the cover first, the words of the text before those noted', () => {
  const pictures = [
    note({ url: cover.url, alt: '宣讲', consent: 'given', consentNote: '马建国' }),
    note({ url: '/uploads/a.jpg', alt: '旧', consent: 'nobody' }),
    note({ url: '/uploads/gone.jpg', alt: '没了' }),
  ]
  const body = figure('/uploads/a.jpg', '新', '图下') + figure('/uploads/b.jpg', '')
  expect(notesOf(values({ cover, body, pictures }))).toEqual([
    pictures[0],
    note({ url: '/uploads/a.jpg', alt: '新', caption: '图下', consent: 'nobody' }),
    note({ url: '/uploads/b.jpg' }),
  ])
  expect(notesOf(values({ body: figure('/uploads/a.jpg', ''), pictures }))).toEqual([
    note({ alt: '旧', consent: 'nobody' }),
  ])
})

test('a cover is told by its note, else by its file', () => {
  expect(textOfCover(cover, [])).toBe('')
  expect(textOfCover({ ...cover, alternativeText: '题图' }, [])).toBe('题图')
  expect(textOfCover({ ...cover, alternativeText: '题图' }, [{ url: cover.url, alt: '宣讲' }])).toBe('宣讲')
})

test('a changed note takes the place of the one before', () => {
  expect(withNote([note({ alt: '一' })], note({ alt: '二' }))).toEqual([note({ alt: '二' })])
})

test.each`
  alt     | consent     | open
  ${''}   | ${null}     | ${['alt', 'consent']}
  ${''}   | ${'nobody'} | ${['alt']}
  ${'院'} | ${null}     | ${['consent']}
  ${'院'} | ${'given'}  | ${[]}
`(
  'alt "$alt", consent $consent: $open is open',
  ({ open, ...said }: { open: string[] } & Partial<ArticlePictureView>) => {
    expect(openOf(note(said))).toEqual(open)
  },
)

test.each`
  width   | height  | sides     | part
  ${1000} | ${500}  | ${null}   | ${{ x: 0, y: 0, width: 100, height: 100 }}
  ${1000} | ${500}  | ${1}      | ${{ x: 25, y: 0, width: 50, height: 100 }}
  ${500}  | ${1000} | ${1}      | ${{ x: 0, y: 25, width: 100, height: 50 }}
  ${1600} | ${900}  | ${16 / 9} | ${{ x: 0, y: 0, width: 100, height: 100 }}
`('of $width × $height with sides $sides', ({ width, height, sides, part }) => {
  const found = largestPart(width as number, height as number, sides as number | null)
  expect(found.x).toBeCloseTo((part as typeof found).x)
  expect(found.y).toBeCloseTo((part as typeof found).y)
  expect(found.width).toBeCloseTo((part as typeof found).width)
  expect(found.height).toBeCloseTo((part as typeof found).height)
})

test.each`
  part                                        | whole
  ${undefined}                                | ${true}
  ${{ x: 0, y: 0, width: 0, height: 0 }}      | ${true}
  ${{ x: 0, y: 0, width: 100, height: 99.5 }} | ${true}
  ${{ x: 0, y: 10, width: 100, height: 80 }}  | ${false}
`('$part is the whole picture: $whole', ({ part, whole }) => {
  expect(isWhole(part as Parameters<typeof isWhole>[0])).toBe(whole)
})
