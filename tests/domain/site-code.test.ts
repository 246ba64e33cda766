import { ancestorsOf, isWithin, lineageOf, parentOf, rangeOf, tierOf } from '@practice/kernel'

test.each`
  code                 | tier         | parent            | lineage
  ${'640402'}          | ${'center'}  | ${null}           | ${['640402']}
  ${'640402100'}       | ${'town'}    | ${'640402'}       | ${['640402100', '640402']}
  ${'640402100207'}    | ${'village'} | ${'640402100'}    | ${['640402100207', '640402100', '640402']}
  ${'640402100207-01'} | ${'point'}   | ${'640402100207'} | ${['640402100207-01', '640402100207', '640402100', '640402']}
`(
  '$code is a $tier below $parent',
  ({ code, tier, parent, lineage }: { code: string; tier: string; parent: string | null; lineage: string[] }) => {
    expect(tierOf(code)).toBe(tier)
    expect(parentOf(code)).toBe(parent)
    expect(lineageOf(code)).toEqual(lineage)
    expect(ancestorsOf(code)).toEqual(lineage.slice(1))
  },
)

test.each([
  '',
  '6404',
  '64040210',
  '640402100207-1',
  '640402100207-001',
  '640402100207-',
  'abc',
  '640402 ',
  '640402%',
  '-01',
])('%p is no site: it has no tier and an empty range', (code) => {
  expect(tierOf(code)).toBeNull()
  const { from, below } = rangeOf(code)
  expect(from < below).toBe(false)
  expect(isWithin(code, code)).toBe(false)
  expect(isWithin('640402100207', code)).toBe(false)
})

test.each`
  site                 | below
  ${'640402'}          | ${'640403'}
  ${'640402100'}       | ${'640402101'}
  ${'640402109'}       | ${'640402110'}
  ${'640402999'}       | ${'640403000'}
  ${'010203004'}       | ${'010203005'}
  ${'640402100207'}    | ${'640402100208'}
  ${'640402100207-01'} | ${'640402100207-02'}
  ${'640402100207-09'} | ${'640402100207-10'}
  ${'640402100207-99'} | ${'640402100208'}
`('the range of $site ends before $below', ({ site, below }: { site: string; below: string }) => {
  expect(rangeOf(site)).toEqual({ from: site, below })
})

test.each`
  code                 | site                 | within
  ${'640402100207'}    | ${'640402100207'}    | ${true}
  ${'640402100207'}    | ${'640402100'}       | ${true}
  ${'640402100207-01'} | ${'640402'}          | ${true}
  ${'640402100207-99'} | ${'640402100207-99'} | ${true}
  ${'640402100207-98'} | ${'640402100207-99'} | ${false}
  ${'640402100208'}    | ${'640402100207-99'} | ${false}
  ${'640402100'}       | ${'640402100207'}    | ${false}
  ${'640402100208'}    | ${'640402100207'}    | ${false}
  ${'640402101'}       | ${'640402100'}       | ${false}
  ${'640403'}          | ${'640402'}          | ${false}
`('$code within $site: $within', ({ code, site, within }: { code: string; site: string; within: boolean }) => {
  expect(isWithin(code, site)).toBe(within)
})
