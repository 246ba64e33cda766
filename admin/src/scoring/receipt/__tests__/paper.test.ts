import { pageRule, widthOf } from '../paper'

test('a roll is as long as the receipt', () => {
  expect(pageRule('58', 378)).toBe('@page { size: 58mm 107mm; margin: 0; }')
  expect(pageRule('80', 0)).toBe('@page { size: 80mm 6mm; margin: 0; }')
  expect(pageRule('a4', 378)).toContain('A4')
})

test('what is drawn is as wide as its roll', () => {
  expect(widthOf('58')).toBe('58mm')
  expect(widthOf('80')).toBe('80mm')
})
