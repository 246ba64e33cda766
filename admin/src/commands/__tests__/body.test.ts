import { bodyOf } from '../body'

test('dates become instants, files their ids, text is trimmed, what is empty is left out', () => {
  expect(
    bodyOf({
      arriveBy: new Date('2026-11-25T01:00:00Z'),
      summary: ' 修好了 ',
      comment: '',
      volunteers: ['V1'],
      evidence: [{ documentId: 'f1', name: 'a.jpg', url: 'blob:x', isImage: true }],
      onBehalf: { reason: ' 电话回访 ' },
      served: 0,
      missing: undefined,
    }),
  ).toEqual({
    arriveBy: '2026-11-25T01:00:00.000Z',
    summary: '修好了',
    volunteers: ['V1'],
    evidence: ['f1'],
    onBehalf: { reason: '电话回访' },
    served: 0,
  })
})
