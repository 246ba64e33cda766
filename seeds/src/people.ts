import { readRows } from './csv'
import type { Random } from './random'

export type Gender = 'male' | 'female'

const SURNAMES = readRows('surnames.csv', ['surname', 'weight']).map((row) => ({
  surname: row.surname,
  weight: Number(row.weight),
}))
const GIVEN_NAMES = readRows('given-names.csv', ['name', 'gender'])

/** A surname as frequent as it is around 固原. */
export function surnameOf(random: Random): string {
  return random.weighted(SURNAMES, (entry) => entry.weight).surname
}

/** An invented person's name; the surname may be given, as a child's is. */
export function nameOf(random: Random, gender: Gender, surname = surnameOf(random)): string {
  return surname + random.pick(GIVEN_NAMES.filter((entry) => entry.gender === gender)).name
}

/**
 * Numbers begin at 19900000000 and stay below 19900100000, a block that no operator serves: a sample must never ring
 * at somebody's home. Each kind of holder has its own block of ten thousand.
 */
const PHONE_START = 19_900_000_000
const PHONE_BLOCKS = { household: 0, volunteer: 10_000, organisation: 20_000, desk: 30_000 } as const
const BLOCK_SIZE = 10_000

/** The phone number of the `position`-th holder (from 0) of a kind. */
export function phoneOf(holder: keyof typeof PHONE_BLOCKS, position: number): string {
  if (position >= BLOCK_SIZE) throw new RangeError(`no phone number left for ${holder} ${position}`)
  return String(PHONE_START + PHONE_BLOCKS[holder] + position)
}

/** No county has ever had this code, so that no real person can have such an ID number. */
const UNISSUED_AREA = '640499'
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const ID_CHECKS = '10X98765432'

/**
 * An ID number after GB 11643 with a right check digit, of an area that does not exist. `birthDate` is YYYYMMDD;
 * `sequence` (1 to 499) is unique among those born on that day, and its last digit tells the gender.
 */
export function idNumberOf(birthDate: string, sequence: number, gender: Gender): string {
  const order = String(sequence * 2 + (gender === 'male' ? 1 : 0)).padStart(3, '0')
  const body = UNISSUED_AREA + birthDate + order
  return body + idCheckOf(body)
}

/** The check digit of the first seventeen digits of an ID number. */
export function idCheckOf(body: string): string {
  const sum = ID_WEIGHTS.reduce<number>((total, weight, at) => total + weight * Number(body[at]), 0)
  return ID_CHECKS[sum % 11] as string
}
