import 'fake-indexeddb/auto'
import { ApiError } from '../../../api/error'
import { clearRead, draftName, putOnShelf, shelved, takeFromShelf } from '../shelf'

let isSignedIn = true
jest.mock('../../../session/session', () => ({ currentToken: () => (isSignedIn ? 'token' : null) }))

const noLine = () => Promise.reject(new ApiError(0, 'network'))

beforeEach(() => {
  isSignedIn = true
})

test('what was read is there when the line is not', async () => {
  expect(await shelved('rules', () => Promise.resolve(['a']))).toEqual(['a'])
  expect(await shelved('rules', noLine)).toEqual(['a'])
})

test('what was never read is missing, and a refusal is not covered by what was read before', async () => {
  await expect(shelved('nothing', noLine)).rejects.toMatchObject({ status: 0 })
  await shelved('cards', () => Promise.resolve([1]))
  await expect(shelved('cards', () => Promise.reject(new ApiError(403, 'forbidden')))).rejects.toMatchObject({
    status: 403,
  })
})

test('a reply that comes after somebody has left is not kept', async () => {
  isSignedIn = false
  await shelved('late', () => Promise.resolve(1))
  expect(await takeFromShelf('late')).toBeUndefined()
})

test('whoever leaves takes with them what was read; what they were writing waits for them', async () => {
  const draft = draftName('record', 'village-admin')
  await putOnShelf('me.7', { username: 'village-admin' })
  await putOnShelf(draft, { note: '半句' })
  await clearRead()
  expect(await takeFromShelf('me.7')).toBeUndefined()
  expect(await takeFromShelf(draft)).toEqual({ note: '半句' })
})
