import { storedDraft } from '../stored-draft'

interface Note {
  text: string
}
const isNote = (value: unknown): value is Note => typeof value === 'object' && value !== null && 'text' in value

const kept = new Map<string, string>()
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
}

beforeEach(() => {
  kept.clear()
  Object.defineProperty(globalThis, 'localStorage', { value: { ...storage }, configurable: true })
})

test('a draft is kept until it is dropped, for its person and its thing alone', () => {
  const draft = storedDraft('li', 'complete.a', isNote)
  draft.keep({ text: '换了阀门' })
  expect(storedDraft('li', 'complete.a', isNote).read()).toEqual({ text: '换了阀门' })
  expect(storedDraft('li', 'complete.b', isNote).read()).toBeNull()
  expect(storedDraft('ma', 'complete.a', isNote).read()).toBeNull()
  draft.drop()
  expect(draft.read()).toBeNull()
})

test('what is no draft counts as nothing', () => {
  kept.set('practice.draft.li.x', '{"other":1}')
  expect(storedDraft('li', 'x', isNote).read()).toBeNull()
  kept.set('practice.draft.li.x', '{"text":')
  expect(storedDraft('li', 'x', isNote).read()).toBeNull()
})

test('a full storage stops nobody', () => {
  const full = {
    ...storage,
    setItem: () => {
      throw new Error('quota')
    },
  }
  Object.defineProperty(globalThis, 'localStorage', { value: full, configurable: true })
  expect(() => storedDraft('li', 'x', isNote).keep({ text: 'x' })).not.toThrow()
})
