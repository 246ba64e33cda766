import { readFileSync } from 'node:fs'
import path from 'node:path'
import { IMPORT_FAULTS, IMPORT_REFUSALS, RECORDING_REFUSALS } from '@practice/scoring/domain'

interface Texts {
  fault?: Record<string, string>
  refusal: Record<string, string>
}

function texts(namespace: string): Texts {
  const file = path.join(__dirname, '..', 'src', 'locales', 'zh-CN', `${namespace}.json`)
  return JSON.parse(readFileSync(file, 'utf8')) as Texts
}

const own = texts('import-records')
const others = [texts('scoring'), texts('common')]

test.each([...new Set([...IMPORT_FAULTS, ...RECORDING_REFUSALS])])('the fault %s is said in words', (code) => {
  expect(own.fault?.[code] ?? others.find(({ refusal }) => refusal[code] !== undefined)).toBeDefined()
})

test.each(IMPORT_REFUSALS)('the refusal %s is said in words', (code) => {
  expect(own.refusal[code] ?? others.find(({ refusal }) => refusal[code] !== undefined)).toBeDefined()
})
