/** What a code leads to: a card by what its QR code carries, or by its number. */
export type Scan = { kind: 'token'; token: string } | { kind: 'number'; number: string }

const TOKEN = /^[0-9a-f]{32}$/
const CARD_ADDRESS = /^https?:\/\/[^/]+\/card\/([0-9a-f]{32})\/?(?:[?#].*)?$/i
const NUMBER = /^\d{12}-\d{4,}$/

/**
 * Reads what a camera or a hand-held scanner gave: `<origin>/card/<token>` of whatever origin the card was printed for,
 * the bare token, or a card's number. Null for anything else, receipts and other people's codes included.
 */
export function parseScan(text: string): Scan | null {
  const plain = text.normalize('NFKC').trim()
  const token = CARD_ADDRESS.exec(plain)?.[1] ?? plain
  if (TOKEN.test(token.toLowerCase())) return { kind: 'token', token: token.toLowerCase() }
  return NUMBER.test(plain) ? { kind: 'number', number: plain } : null
}

/** The address that a card's QR code carries. */
export function cardAddress(token: string, origin = location.origin): string {
  return `${origin}/card/${token}`
}
