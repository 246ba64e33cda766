import { loginAddress, safeReturn } from '../return-address'
import { expiryOf } from '../session'

function token(payload: unknown): string {
  return `x.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.y`
}

test('a token tells when it expires; what is no token has expired', () => {
  expect(expiryOf(token({ id: 1, exp: 1_800_000_000 }))).toBe(1_800_000_000_000)
  expect(expiryOf(token({ id: 1 }))).toBe(0)
  expect(expiryOf('nonsense')).toBe(0)
})

test.each([
  ['/desk/abc?group=overdue', '/desk/abc?group=overdue'],
  [null, '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['/login', '/'],
  ['/login?to=/desk', '/'],
])('one returns from %p to %s', (wanted, address) => {
  expect(safeReturn(wanted)).toBe(address)
})

test('the login page remembers where one wanted to go', () => {
  expect(loginAddress('/desk/abc?group=overdue')).toBe('/login?to=%2Fdesk%2Fabc%3Fgroup%3Doverdue')
  expect(loginAddress('/')).toBe('/login')
})
