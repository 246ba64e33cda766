/** What a card is found by. */
export interface SearchedCard {
  number: string
  holder: { name: string; household: string; member: string | null }
  /** Pinyin initials, lower case. */
  initials: string
  state: 'active' | 'frozen' | 'closed'
}

/** How well a text fits, the best first: exactly, by how it begins, or somewhere within. */
const EXACT = 0
const BEGINS = 1
const WITHIN = 2
const NOT_AT_ALL = 9

/** A village's own part of a card's number. */
const SERIAL_LENGTH = 4

/** What was typed, as it is compared: half-width, without spaces, lower case. */
export function normalised(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}

function fit(text: string, asked: string): number {
  if (text === asked) return EXACT
  if (text.startsWith(asked)) return BEGINS
  return text.includes(asked) ? WITHIN : NOT_AT_ALL
}

/** Few figures are meant for the end of the number, the only part in which a village's cards differ: `1` is `…-0001`. */
function fitNumber(number: string, asked: string): number {
  if (asked.length > SERIAL_LENGTH || asked.includes('-')) return fit(number, asked)
  const serial = number.slice(number.lastIndexOf('-') + 1)
  return serial === asked.padStart(SERIAL_LENGTH, '0') ? EXACT : fit(serial, asked)
}

function scoreOf(card: SearchedCard, asked: string): number {
  if (/^[\d-]+$/.test(asked)) return fitNumber(card.number, asked)
  if (/^[a-z]+$/.test(asked)) return fit(card.initials, asked)
  return fit(normalised(card.holder.name), asked)
}

/**
 * The cards that fit a text, the best first: names by Chinese characters, initials by letters (`mjg`), numbers by figures,
 * where the last four are enough. Of equals those used lately come first, then by number. Closed cards are left out.
 */
export function rankCards<Card extends SearchedCard>(
  cards: readonly Card[],
  text: string,
  recent: readonly string[] = [],
): Card[] {
  const asked = normalised(text)
  if (asked === '') return []
  const placeOf = ({ number }: Card) => (recent.includes(number) ? recent.indexOf(number) : recent.length)
  return cards
    .filter(({ state }) => state !== 'closed')
    .map((card) => ({ card, score: scoreOf(card, asked) }))
    .filter(({ score }) => score < NOT_AT_ALL)
    .sort(
      (one, other) =>
        one.score - other.score ||
        placeOf(one.card) - placeOf(other.card) ||
        one.card.number.localeCompare(other.card.number),
    )
    .map(({ card }) => card)
}
