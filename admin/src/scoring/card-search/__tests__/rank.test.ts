import { rankCards } from '../rank'
import type { SearchedCard } from '../rank'

function card(serial: string, name: string, initials: string, state: SearchedCard['state'] = 'active'): SearchedCard {
  const number = `640402100207-${serial}`
  return { number, holder: { name, household: `H${serial}`, member: null }, initials, state }
}

const CARDS = [
  card('0001', '马建国', 'mjg'),
  card('0002', '马建', 'mj'),
  card('0003', '马玉兰', 'myl'),
  card('0010', '李马建', 'lmj'),
  card('0021', '毛静国', 'mjg'),
  card('0100', '马建国', 'mjg', 'closed'),
]
const serials = (text: string, recent: string[] = []) =>
  rankCards(
    CARDS,
    text,
    recent.map((serial) => `640402100207-${serial}`),
  ).map(({ number }) => number.slice(-4))

test.each([
  ['马建', ['0002', '0001', '0010']],
  ['马建国', ['0001']],
  ['mjg', ['0001', '0021']],
  ['MJ', ['0002', '0001', '0021', '0010']],
  ['ｍｊｇ', ['0001', '0021']],
  ['马 玉兰', ['0003']],
  ['1', ['0001', '0010', '0021']],
  ['00', ['0001', '0002', '0003', '0010', '0021']],
  ['640402100207', ['0001', '0002', '0003', '0010', '0021']],
  ['0021', ['0021']],
  ['640402100207-0003', ['0003']],
  ['王', []],
  ['', []],
  ['   ', []],
])('%s finds %j', (text, expected) => {
  expect(serials(text)).toEqual(expected)
})

test('of equals, those used lately come first, the latest of them before all', () => {
  expect(serials('mjg', ['0021', '0001'])).toEqual(['0021', '0001'])
  expect(serials('马建', ['0010'])).toEqual(['0002', '0001', '0010'])
})
