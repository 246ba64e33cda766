import { cardAddress, parseScan } from '../parse-scan'

const TOKEN = '0123456789abcdef0123456789abcdef'

test.each([
  [`https://desk.example/card/${TOKEN}`],
  [`http://127.0.0.1:1337/card/${TOKEN}`],
  [`https://desk.example/card/${TOKEN}/`],
  [`https://desk.example/card/${TOKEN}?from=print`],
  [` ${TOKEN}\n`],
  [TOKEN.toUpperCase()],
  [`HTTPS://DESK.EXAMPLE/CARD/${TOKEN.toUpperCase()}`],
  [cardAddress(TOKEN, 'https://desk.example')],
])('%s is a card’s QR code', (text) => {
  expect(parseScan(text)).toEqual({ kind: 'token', token: TOKEN })
})

test.each([['640402100207-0001'], [' 640402100207-0001 '], ['６４０４０２１００２０７－０００１']])(
  '%s is a card’s number',
  (text) => {
    expect(parseScan(text)).toEqual({ kind: 'number', number: '640402100207-0001' })
  },
)

test.each([
  [''],
  ['马建国'],
  ['mjg'],
  ['0001'],
  [`https://desk.example/receipt/${TOKEN}`],
  [`https://desk.example/card/${TOKEN}/other`],
  ['https://desk.example/card/'],
  [`https://desk.example/card/${TOKEN}0`],
  ['javascript:alert(1)'],
])('%s is no card', (text) => {
  expect(parseScan(text)).toBeNull()
})
