import type { Instant } from '@practice/kernel'
import { INTEGRITY, type Finding } from './integrity'

/** A photo's perceptual hash has 64 bits, as 16 hexadecimal digits; a band is a quarter of them. */
const HASH_SHAPE = /^[0-9a-f]{16}$/
const BANDS = 4
const BAND_DIGITS = 4

/** Whether a text is a photo's hash. */
export function isPhotoHash(hash: string): boolean {
  return HASH_SHAPE.test(hash)
}

/** The bits in which two hashes differ (Hamming distance), 0 to 64. Throws on what is no hash. */
export function distanceOf(left: string, right: string): number {
  let differing = BigInt(`0x${checked(left)}`) ^ BigInt(`0x${checked(right)}`)
  let bits = 0
  for (; differing !== 0n; differing &= differing - 1n) bits++
  return bits
}

/**
 * The four bands of 16 bits by which a photo's likes are looked up in an index. Two hashes that differ in at most 3
 * bits share a band for sure: three bits cannot lie in all four. Of those that differ in 4, one in ten shares none, its
 * bits lying one in each band; whoever looks up to that distance asks for the neighbours of one band as well.
 */
export function bandsOf(hash: string): [string, string, string, string] {
  const at = (band: number) => checked(hash).slice(band * BAND_DIGITS, (band + 1) * BAND_DIGITS)
  return [at(0), at(1), at(2), at(3)]
}

/**
 * A band and the 16 that differ from it in one bit. To look for these in one band, beside the equal ones in the other
 * three, finds all that differ in at most 4 bits: if no band is equal, each differs in exactly one bit.
 */
export function neighboursOf(band: string): string[] {
  const value = Number.parseInt(band, 16)
  const masks = [0, ...Array.from({ length: BANDS * BAND_DIGITS }, (_, bit) => 1 << bit)]
  return masks.map((mask) => (value ^ mask).toString(16).padStart(BAND_DIGITS, '0'))
}

/** A photo that belongs to a record. */
export interface PhotoPrint {
  fileId: string
  recordId: string
  recordNumber: string
  cardNumber: string
  /** What was done, by whom it was recorded and when: the same for everybody who was there. */
  act: string
  hash: string
}

/** What a record says was done: records of one act may show the same photo, each for another card. */
export const actOf = (record: { recordedBy: string; ruleCode: string; occurredAt: Instant }): string =>
  `${record.recordedBy}|${record.ruleCode}|${record.occurredAt}`

/**
 * Same photo: a photo of another record looks alike. One flag per pair of records, by its nearest photos. A photo of a
 * group stands for each of them: cards that were scored for one act together are not flagged for it.
 */
export function findSamePhotos(photo: PhotoPrint, candidates: readonly PhotoPrint[]): Finding[] {
  const nearest = new Map<string, { other: PhotoPrint; distance: number }>()
  for (const other of candidates) {
    if (other.recordId === photo.recordId) continue
    if (other.act === photo.act && other.cardNumber !== photo.cardNumber) continue
    const distance = distanceOf(photo.hash, other.hash)
    const known = nearest.get(other.recordId)
    if (distance <= INTEGRITY.photoDistance && (known === undefined || distance < known.distance)) {
      nearest.set(other.recordId, { other, distance })
    }
  }
  return [...nearest.values()].map(({ other, distance }) => ({
    kind: 'same_photo',
    cause: `same_photo:${[photo.recordId, other.recordId].sort().join(':')}`,
    subject: photo.cardNumber,
    recordId: photo.recordId,
    otherRecordId: other.recordId,
    detail: { distance, files: [photo.fileId, other.fileId], number: photo.recordNumber, other: other.recordNumber },
  }))
}

function checked(hash: string): string {
  if (!isPhotoHash(hash)) throw new TypeError(`not a photo's hash: ${JSON.stringify(hash)}`)
  return hash
}
