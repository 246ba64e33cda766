import { linkOf } from '../link'

test.each`
  typed                    | link
  ${' www.nxyz.gov.cn '}   | ${'https://www.nxyz.gov.cn'}
  ${'nxyz.gov.cn/a?b=1#c'} | ${'https://nxyz.gov.cn/a?b=1#c'}
  ${'http://nxyz.gov.cn'}  | ${'http://nxyz.gov.cn'}
  ${'19900030015'}         | ${'tel:19900030015'}
  ${'0954-2032345'}        | ${'tel:0954-2032345'}
  ${'a@b.cn'}              | ${'mailto:a@b.cn'}
  ${'/news/abc'}           | ${'/news/abc'}
  ${'//evil.cn'}           | ${null}
  ${'javascript:alert(1)'} | ${null}
  ${'https://'}            | ${null}
  ${'some words'}          | ${null}
  ${''}                    | ${null}
`('$typed leads to $link', ({ typed, link }) => {
  expect(linkOf(typed as string)).toBe(link)
})
