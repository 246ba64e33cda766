import { inOrderOfWeight, mainVerbOf } from '../verbs'

test.each([
  [['cancel', 'pool', 'dispatch'], 'dispatch'],
  [['pause', 'cancel'], null],
  [['pause', 'accept', 'decline'], 'accept'],
  [['cancel', 'resume'], 'resume'],
  [['rate', 'archive'], 'archive'],
  [[], null],
] as const)('of %p the main verb is %s', (verbs, main) => {
  expect(mainVerbOf(verbs)).toBe(main)
})

test('what moves an order on comes first, what ends it last', () => {
  expect(inOrderOfWeight(['cancel', 'pause', 'start'])).toEqual(['start', 'pause', 'cancel'])
})
