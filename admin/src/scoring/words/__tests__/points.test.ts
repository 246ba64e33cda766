import { grouped, signed, yuanOf } from '../points'

test.each`
  points   | text
  ${5}     | ${'+5'}
  ${-20}   | ${'−20'}
  ${0}     | ${'0'}
  ${12345} | ${'+12,345'}
  ${-1000} | ${'−1,000'}
`('what came or went: $points is $text', ({ points, text }: { points: number; text: string }) => {
  expect(signed(points)).toBe(text)
})

test('a figure has its thousands apart, and a true minus below zero', () => {
  expect(grouped(1234567)).toBe('1,234,567')
  expect(grouped(999)).toBe('999')
  expect(grouped(-4321)).toBe('−4,321')
})

test('fen are yuan with two places', () => {
  expect(yuanOf(123456)).toBe('1,234.56')
  expect(yuanOf(5)).toBe('0.05')
  expect(yuanOf(-250)).toBe('−2.50')
})
