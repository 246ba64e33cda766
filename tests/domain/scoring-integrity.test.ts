import * as fc from 'fast-check'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@practice/kernel'
import {
  bandsOf,
  burstWindows,
  distanceOf,
  findBeyondSpan,
  findBursts,
  findFavour,
  findLate,
  findOverlaps,
  findSamePhotos,
  INTEGRITY,
  neighboursOf,
  type InspectedActivity,
  type InspectedRecord,
  type PhotoPrint,
} from '@practice/scoring/domain'
import { at, CARD, NOW, THEIRS } from './scoring-fixtures'

const activity = (documentId: string, from: string, to: string): InspectedActivity => ({
  documentId,
  label: documentId,
  startsAt: at(`2026-11-20T${from}`),
  endsAt: at(`2026-11-20T${to}`),
})
const TREES = activity('trees', '08:00', '11:00')

function record(documentId: string, changes: Partial<InspectedRecord> = {}): InspectedRecord {
  return {
    documentId,
    number: documentId,
    cardNumber: CARD,
    holderKey: THEIRS,
    householdCode: THEIRS,
    member: null,
    recordedBy: 'village-admin',
    occurredAt: NOW - DAY_MS,
    recordedAt: NOW,
    quantity: 1,
    activity: null,
    ...changes,
  }
}

test.each`
  ms                 | days
  ${15 * DAY_MS}     | ${null}
  ${15 * DAY_MS + 1} | ${15}
  ${40 * DAY_MS}     | ${40}
`('recorded $ms ms after it was done, late by: $days days', ({ ms, days }) => {
  const found = findLate(record('r1', { occurredAt: NOW - (ms as number) }))
  expect(found?.detail['days'] ?? null).toBe(days)
  if (found !== null) expect(found).toMatchObject({ kind: 'late', cause: 'late:r1', subject: CARD, recordId: 'r1' })
})

describe('bursts', () => {
  test.each`
    ofRecorder | ofCard | of
    ${60}      | ${6}   | ${[]}
    ${61}      | ${6}   | ${['recorder']}
    ${60}      | ${7}   | ${['card']}
    ${61}      | ${7}   | ${['recorder', 'card']}
  `(
    '$ofRecorder of the recorder in ten minutes, $ofCard for the card in an hour: $of',
    ({ ofRecorder, ofCard, of }) => {
      const found = findBursts(record('r1'), { ofRecorder: ofRecorder as number, ofCard: ofCard as number })
      expect(found.map(({ detail }) => detail['of'])).toEqual(of)
    },
  )

  test('are about the account, or about the card', () => {
    const found = findBursts(record('r1'), { ofRecorder: 61, ofCard: 7 })
    expect(found.map(({ subject }) => subject)).toEqual(['village-admin', CARD])
  })

  test('count from the windows that end with the record', () => {
    expect(burstWindows(NOW)).toEqual({ recorder: NOW - 10 * MINUTE_MS, card: NOW - HOUR_MS })
  })

  test('are said once per window, however many records follow', () => {
    const causes = [0, 1, 2].map((minute) => {
      const recordedAt = at('2026-11-24T10:00') + minute * MINUTE_MS
      return findBursts(record(`r${minute}`, { recordedAt }), { ofRecorder: 61 + minute, ofCard: 1 })[0]?.cause
    })
    expect(new Set(causes).size).toBe(1)
    const later = findBursts(record('r9', { recordedAt: at('2026-11-24T10:10') }), { ofRecorder: 61, ofCard: 1 })
    expect(causes).not.toContain(later[0]?.cause)
  })
})

describe('overlaps', () => {
  const planting = record('r1', { activity: TREES })
  test.each`
    because                                | other                                                                 | overlap
    ${'another activity at the same time'} | ${{ activity: activity('songs', '10:00', '12:00') }}                  | ${true}
    ${'one within the other'}              | ${{ activity: activity('songs', '09:00', '09:30') }}                  | ${true}
    ${'one right after the other'}         | ${{ activity: activity('songs', '11:00', '12:00') }}                  | ${false}
    ${'one right before the other'}        | ${{ activity: activity('songs', '07:00', '08:00') }}                  | ${false}
    ${'the same activity twice'}           | ${{ activity: TREES }}                                                | ${false}
    ${'another holder'}                    | ${{ activity: activity('songs', '10:00', '12:00'), holderKey: 'H2' }} | ${false}
    ${'no activity'}                       | ${{ activity: null }}                                                 | ${false}
  `('$because: $overlap', ({ other, overlap }) => {
    const found = findOverlaps(planting, [record('r2', other as Partial<InspectedRecord>)])
    expect(found).toHaveLength(overlap ? 1 : 0)
  })

  test.each`
    one         | other       | overlap
    ${'马建国'} | ${'马小兰'} | ${false}
    ${'马建国'} | ${'马建国'} | ${true}
    ${'马建国'} | ${null}     | ${true}
    ${null}     | ${null}     | ${true}
  `('$one at one, $other at the other: $overlap', ({ one, other, overlap }) => {
    const songs = record('r2', { activity: activity('songs', '10:00', '12:00'), member: other as string | null })
    expect(findOverlaps({ ...planting, member: one as string | null }, [songs])).toHaveLength(overlap ? 1 : 0)
  })

  test('are said once per pair, whichever is looked at', () => {
    const songs = record('r2', { activity: activity('songs', '10:00', '12:00') })
    const [one, other] = [findOverlaps(planting, [songs]), findOverlaps(songs, [planting])]
    expect(one[0]).toMatchObject({
      kind: 'overlap',
      recordId: 'r1',
      otherRecordId: 'r2',
      detail: { activities: ['trees', 'songs'] },
    })
    expect(one[0]?.cause).toBe(other[0]?.cause)
  })

  test('are the same either way', () => {
    const hour = fc.integer({ min: 0, max: 23 })
    fc.assert(
      fc.property(hour, hour, hour, hour, (a, b, c, d) => {
        const of = (id: string, from: number, to: number) =>
          record(id, {
            activity: { ...TREES, documentId: id, startsAt: Math.min(from, to), endsAt: Math.max(from, to) },
          })
        const [one, other] = [of('r1', a, b), of('r2', c, d)]
        const expected = Math.max(Math.min(a, b), Math.min(c, d)) < Math.min(Math.max(a, b), Math.max(c, d))
        const proper = a !== b && c !== d
        if (proper) expect(findOverlaps(one, [other])).toHaveLength(expected ? 1 : 0)
        expect(findOverlaps(one, [other]).length).toBe(findOverlaps(other, [one]).length)
      }),
    )
  })
})

describe('hours beyond the span', () => {
  const hours = (id: string, quantity: number, changes: Partial<InspectedRecord> = {}) =>
    record(id, { activity: TREES, quantity, ...changes })

  test.each`
    because                      | others                                                                 | sum
    ${'alone'}                   | ${[]}                                                                  | ${null}
    ${'as long as it lasted'}    | ${[hours('r2', 1)]}                                                    | ${null}
    ${'longer than it lasted'}   | ${[hours('r2', 2)]}                                                    | ${4}
    ${'in three parts'}          | ${[hours('r2', 1), hours('r3', 1)]}                                    | ${4}
    ${'another member'}          | ${[hours('r2', 2, { member: '马小兰' })]}                              | ${null}
    ${'another holder'}          | ${[hours('r2', 2, { holderKey: 'H2' })]}                               | ${null}
    ${'another activity'}        | ${[hours('r2', 2, { activity: activity('songs', '08:00', '11:00') })]} | ${null}
    ${'itself among the others'} | ${[hours('r1', 2)]}                                                    | ${null}
  `('$because: $sum', ({ others, sum }) => {
    const found = findBeyondSpan(hours('r1', 2), others as InspectedRecord[])
    expect(found?.detail['hours'] ?? null).toBe(sum)
    if (found !== null) expect(found).toMatchObject({ kind: 'beyond_span', otherRecordId: 'r2', detail: { span: 3 } })
  })
})

describe('few households', () => {
  function favour(counts: readonly number[], villageHouseholds = 7) {
    const perHousehold = new Map(counts.map((count, index) => [`H${index}`, count]))
    return findFavour({ recordedBy: 'village-admin', perHousehold, villageHouseholds, month: '2026-11' })
  }
  test.each`
    because                                | counts                          | village | found
    ${'all for one'}                       | ${[20]}                         | ${7}    | ${true}
    ${'too few to tell'}                   | ${[19]}                         | ${7}    | ${false}
    ${'sixty of a hundred for three'}      | ${[20, 20, 20, 10, 10, 10, 10]} | ${7}    | ${true}
    ${'fifty-nine of a hundred for three'} | ${[20, 20, 19, 11, 10, 10, 10]} | ${7}    | ${false}
    ${'a village of six households'}       | ${[20]}                         | ${6}    | ${false}
    ${'evenly'}                            | ${[5, 5, 5, 5, 5, 5, 5]}        | ${7}    | ${false}
  `('$because: $found', ({ counts, village, found }) => {
    expect(favour(counts as number[], village as number) !== null).toBe(found)
  })

  test('names them, the most favoured first, once a month', () => {
    expect(favour([3, 20, 10, 4])).toMatchObject({
      cause: 'few_households:village-admin:2026-11',
      subject: 'village-admin',
      recordId: null,
      detail: { records: 37, theirs: 34, households: ['H1', 'H2', 'H3'], share: 92 },
    })
  })
})

describe('the same photo', () => {
  const print = (recordId: string, hash: string, fileId = `f-${recordId}`): PhotoPrint => ({
    fileId,
    recordId,
    recordNumber: `N-${recordId}`,
    cardNumber: CARD,
    act: `act of ${recordId}`,
    hash,
  })
  const HASH = '0123456789abcdef'
  /** The hash with these bits flipped. */
  const flipped = (bits: readonly number[]): string =>
    bits
      .reduce((value, bit) => value ^ (1n << BigInt(bit)), BigInt(`0x${HASH}`))
      .toString(16)
      .padStart(16, '0')
  const bits = (count: number) =>
    fc.uniqueArray(fc.integer({ min: 0, max: 63 }), { minLength: count, maxLength: count })
  const sharesBand = (hash: string) => bandsOf(hash).some((band, index) => band === bandsOf(HASH)[index])

  test('hashes differ in as many bits as were flipped', () => {
    const some = fc.integer({ min: 0, max: 64 }).chain(bits)
    fc.assert(fc.property(some, (which) => expect(distanceOf(HASH, flipped(which))).toBe(which.length)))
    expect(() => distanceOf(HASH, 'no hash')).toThrow(TypeError)
  })

  test('bands: four of four digits', () => {
    expect(bandsOf(HASH)).toEqual(['0123', '4567', '89ab', 'cdef'])
  })

  test('bands find all that differ in up to 3 bits', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 3 }).chain(bits), (which) => sharesBand(flipped(which))))
  })

  test('bands alone miss what differs in one bit of each', () => {
    expect(sharesBand(flipped([0, 16, 32, 48]))).toBe(false)
    expect(distanceOf(HASH, flipped([0, 16, 32, 48]))).toBe(INTEGRITY.photoDistance)
  })

  test('with the neighbours of one band they find all that differ in up to 4', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: INTEGRITY.photoDistance }).chain(bits), (which) => {
        const other = flipped(which)
        return sharesBand(other) || neighboursOf(bandsOf(HASH)[0]).includes(bandsOf(other)[0])
      }),
      { numRuns: 1000 },
    )
    expect(new Set(neighboursOf('0000')).size).toBe(17)
    expect(neighboursOf('0001')).toEqual(expect.arrayContaining(['0001', '0000', '0003', '8001']))
  })

  test.each`
    differing | found
    ${0}      | ${true}
    ${4}      | ${true}
    ${5}      | ${false}
  `('differing in $differing bits: $found', ({ differing, found }) => {
    const which = Array.from({ length: differing as number }, (_, index) => index * 7)
    const same = findSamePhotos(print('r1', HASH), [print('r2', flipped(which))])
    expect(same.map(({ detail }) => detail['distance'])).toEqual(found ? [differing] : [])
  })

  test('two photos of one record may be alike', () => {
    expect(findSamePhotos(print('r1', HASH), [print('r1', HASH, 'another')])).toEqual([])
  })

  test('a photo of a group stands for everybody of the act, but not twice for one card, nor for another act', () => {
    const group = { ...print('r1', HASH), act: 'the same' }
    const beside = { ...print('r2', HASH), act: 'the same', cardNumber: 'another' }
    expect(findSamePhotos(group, [beside])).toEqual([])
    expect(findSamePhotos(group, [{ ...beside, cardNumber: CARD }])).toHaveLength(1)
    expect(findSamePhotos(group, [{ ...beside, act: 'another' }])).toHaveLength(1)
  })

  test('are said once per pair of records, by the nearest', () => {
    const [found, ...more] = findSamePhotos(print('r2', HASH), [
      print('r1', flipped([1, 2]), 'f1'),
      print('r1', flipped([1]), 'f2'),
    ])
    expect(more).toEqual([])
    expect(found).toMatchObject({
      cause: 'same_photo:r1:r2',
      recordId: 'r2',
      otherRecordId: 'r1',
      detail: { distance: 1, files: ['f-r2', 'f2'], number: 'N-r2', other: 'N-r1' },
    })
  })
})
