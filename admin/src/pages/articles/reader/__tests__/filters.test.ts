import { feedAddress, filtersIn, queryOf, townOf } from '../filters'

test.each`
  search                               | theme       | site
  ${''}                                | ${null}     | ${null}
  ${'?theme=theory'}                   | ${'theory'} | ${null}
  ${'?theme=theory&site=640402100207'} | ${'theory'} | ${'640402100207'}
  ${'?theme=%3Cscript%3E&site='}       | ${null}     | ${null}
`('$search asks for theme $theme, site $site', ({ search, theme, site }) => {
  expect(filtersIn(search as string)).toEqual({ theme: theme as string | null, site: site as string | null })
})

test('filters make addresses of the page and of its feed', () => {
  expect(queryOf({ theme: null, site: null })).toBe('')
  expect(queryOf({ theme: 'theory', site: null })).toBe('?theme=theory')
  expect(feedAddress({ theme: 'theory', site: '640402100' })).toBe('/api/articles/feed?theme=theory&site=640402100')
})

test.each`
  site              | town
  ${null}           | ${null}
  ${'640402'}       | ${null}
  ${'640402100'}    | ${'640402100'}
  ${'640402100207'} | ${'640402100'}
`('the town of $site is $town', ({ site, town }) => {
  expect(townOf(site as string | null)).toBe(town)
})
