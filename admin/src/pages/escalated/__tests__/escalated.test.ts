import { stepOf } from '../escalated'

test.each`
  text         | step
  ${null}      | ${'leader'}
  ${'center'}  | ${'center'}
  ${'village'} | ${'village'}
  ${'nobody'}  | ${'leader'}
`('an address with $text shows $step', ({ text, step }: { text: string | null; step: string }) => {
  expect(stepOf(text)).toBe(step)
})
