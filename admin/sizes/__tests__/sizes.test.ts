import { readFileSync } from 'node:fs'
import path from 'node:path'
import { bundleOf, readBundle } from '../bundle'
import { offencesOf, sizesOf } from '../routes'
import { markdownTable, readSize, withTable } from '../table'

const ROOT = path.resolve(__dirname, '..', '..', '..')
/** Further than this the README would tell a tale. */
const FAR_KB = 20
const WRITE = '`npm run sizes -- --write` writes the table anew'

const sizes = sizesOf(readBundle(process.env.CONSOLE_DIST ?? path.join(ROOT, 'admin', 'dist')))

test('every route keeps its limit', () => {
  expect(offencesOf(sizes)).toEqual([])
})

test('the README says of every route about what it weighs', () => {
  const text = readFileSync(path.join(ROOT, 'README.md'), 'utf8')
  const wrong = sizes.lines
    .filter(({ kind }) => kind !== 'part')
    .map((line) => ({ line, told: readSize(text, line) }))
    .filter(({ line, told }) => told === null || Math.abs(told - line.bytes / 1000) > FAR_KB)
  expect(wrong.map(({ line, told }) => `${line.kind} ${line.name}: ${told ?? 'nothing'}; ${WRITE}`)).toEqual([])
})

describe('a bundle', () => {
  const manifest = {
    'index.html': { file: 'a.js', imports: ['_shared-AbCdEfGh.js'], dynamicImports: ['src/page.tsx'] },
    '_shared-AbCdEfGh.js': { file: 'b.js' },
    'src/page.tsx': { file: 'c.js', imports: ['index.html', '_shared-AbCdEfGh.js'], dynamicImports: ['src/tool.tsx'] },
    'src/tool.tsx': { file: 'd.css' },
  }
  const weights: Record<string, number> = { 'a.js': 1, 'b.js': 10, 'c.js': 100, 'd.css': 1000 }
  const bundle = bundleOf(manifest, (file) => weights[file] ?? 0)

  test('counts each file once, with all that it imports at once, and scripts alone', () => {
    expect(bundle.bytesOf(bundle.closure('index.html'))).toBe(11)
    expect(bundle.bytesOf(bundle.closure('index.html', 'src/page.tsx', 'src/tool.tsx'))).toBe(111)
    expect(bundle.closure('index.html')).toEqual(new Set(['index.html', '_shared']))
  })

  test('tells what is fetched later, and refuses what is not there', () => {
    expect(bundle.fetchedBy(bundle.closure('index.html'))).toEqual(new Set(['src/page.tsx']))
    expect(() => bundle.closure('src/none.tsx')).toThrow('src/none.tsx is not a part of the bundle')
  })
})

test('what weighs too much is named with both figures', () => {
  const line = { kind: 'screen', name: 'desk', bytes: 80_100, limitKb: 80 } as const
  expect(offencesOf({ lines: [line, { ...line, bytes: 80_000 }], unlisted: [] })).toEqual([
    'screen desk: 80.1 KB, and may have 80 KB',
  ])
})

describe('the table', () => {
  const line = { kind: 'screen', name: 'desk', bytes: 51_640, limitKb: 80 } as const
  const marks = '# A text\n<!-- sizes: written by `npm run sizes -- --write` -->\n<!-- end of sizes -->\n'

  test('says again what was written into it, under the heading of its kind', () => {
    const written = withTable(marks, markdownTable({ lines: [line], unlisted: [] })) ?? ''
    expect(readSize(written, line)).toBe(51.6)
    expect(readSize(written, { ...line, kind: 'home' })).toBeNull()
    expect(readSize(marks, line)).toBeNull()
  })

  test('needs its marks', () => {
    expect(withTable('# A text', '| a |')).toBeNull()
  })
})
