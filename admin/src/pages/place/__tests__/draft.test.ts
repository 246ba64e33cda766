import { bodyOfDraft, isBegun, isPlaceDraft, newDraft, requesterOf } from '../draft'

const HOUSEHOLD = { code: '640402100207-H007', name: '马万才', phone: '199****0006', address: '四组10号' }

test('each new draft has a key of its own, which lasts as long as the draft', () => {
  const draft = newDraft('640402100207')
  expect(newDraft('640402100207').key).not.toBe(draft.key)
  const kept: unknown = JSON.parse(JSON.stringify(draft))
  expect(isPlaceDraft(kept) && kept.key).toBe(draft.key)
})

test('there is nothing to send before site and item are chosen', () => {
  expect(bodyOfDraft(newDraft(null), false)).toBeNull()
  expect(bodyOfDraft({ ...newDraft(null), item: 'C08-03' }, false)).toBeNull()
  expect(bodyOfDraft(newDraft('640402100207'), false)).toBeNull()
})

test('a household goes by its code, and its masked phone never goes along', () => {
  const draft = { ...newDraft('640402100207'), item: 'C08-03', household: HOUSEHOLD }
  const body = bodyOfDraft({ ...draft, values: { ...draft.values, requester: requesterOf(HOUSEHOLD) } }, false)
  expect(body?.requester).toEqual({ name: '马万才', address: '四组10号', household: HOUSEHOLD.code })
})

test('what was left empty is left out, and answers go where the item asks something', () => {
  const draft = {
    ...newDraft('640402100207'),
    item: 'C08-03',
    values: {
      requester: { name: ' 李兰 ', phone: '19900000001', address: '' },
      channel: 'desk' as const,
      onBehalf: { reason: '不会操作' },
      note: '',
      form: { 说明: '漏水', 故障类型: undefined },
    },
  }
  expect(bodyOfDraft(draft, true)).toEqual({
    site: '640402100207',
    serviceItem: 'C08-03',
    requester: { name: '李兰', phone: '19900000001' },
    channel: 'desk',
    onBehalf: { reason: '不会操作' },
    form: { 说明: '漏水' },
  })
  expect(bodyOfDraft(draft, false)).not.toHaveProperty('form')
})

test('only what one would miss counts as begun', () => {
  expect(isBegun(newDraft('640402100207'))).toBe(false)
  expect(isBegun({ ...newDraft(null), item: 'C08-03' })).toBe(true)
  expect(isBegun({ ...newDraft(null), household: HOUSEHOLD })).toBe(true)
  expect(isBegun({ ...newDraft(null), values: { note: '漏水' } })).toBe(true)
})

test.each([null, 'text', {}, { key: 1 }, { key: 'k', site: null, item: null, household: {}, values: {} }])(
  '%j is no draft',
  (value) => {
    expect(isPlaceDraft(value)).toBe(false)
  },
)
