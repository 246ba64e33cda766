import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

const LOCALES = path.join(__dirname, '..', 'src', 'locales')
const NAMESPACES = readdirSync(path.join(LOCALES, 'zh-CN'))

type Texts = { [key: string]: string | Texts }

function textsOf(language: string, file: string): Texts {
  return JSON.parse(readFileSync(path.join(LOCALES, language, file), 'utf8')) as Texts
}

/** Every key with its text; forms of a plural count as one, since languages have different ones. */
function entriesOf(texts: Texts, prefix = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`.replace(/_(one|other)$/, ''), value] as [string, string]]
      : entriesOf(value, `${prefix}${key}.`),
  )
}

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort()
}

test('both languages have the same files', () => {
  expect(readdirSync(path.join(LOCALES, 'en-US'))).toEqual(NAMESPACES)
})

describe.each(NAMESPACES)('%s', (file) => {
  const chinese = entriesOf(textsOf('zh-CN', file))
  const english = entriesOf(textsOf('en-US', file))

  test('has the same keys in both languages', () => {
    const keys = (entries: typeof chinese) => [...new Set(entries.map(([key]) => key))].sort()
    expect(keys(english)).toEqual(keys(chinese))
  })

  test('leaves no text empty and asks for the same values', () => {
    const byKey = new Map(chinese)
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([])
    for (const [key, text] of english) {
      expect({ key, placeholders: placeholdersOf(text) }).toEqual({
        key,
        placeholders: placeholdersOf(byKey.get(key) ?? ''),
      })
    }
  })
})
