import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

const SOURCES = path.join(__dirname, '..', 'src')
const LOCALES = path.join(SOURCES, 'locales', 'zh-CN')
const FILES = (readdirSync(SOURCES, { recursive: true }) as string[]).filter(
  (file) => /\.tsx?$/.test(file) && !file.includes('__tests__'),
)

/** Attributes whose text people read or hear. */
const READ_ATTRIBUTES = new Set([
  'title',
  'placeholder',
  'label',
  'alt',
  'aria-label',
  'message',
  'description',
  'hint',
  'okText',
  'cancelText',
])
const CHINESE = /[\u3400-\u9fff]/
const WORD = /\p{L}{2,}/u

function parse(file: string): ts.SourceFile {
  const text = readFileSync(path.join(SOURCES, file), 'utf8')
  return ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node)
  node.forEachChild((child) => visit(child, look))
}

function isLiteralText(node: ts.Node): boolean {
  if (ts.isJsxText(node)) return WORD.test(node.text)
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    if (CHINESE.test(node.text)) return true
    return ts.isJsxAttribute(node.parent) && READ_ATTRIBUTES.has(node.parent.name.getText()) && WORD.test(node.text)
  }
  return false
}

test.each(FILES)('%s holds no text that people read', (file) => {
  const found: string[] = []
  visit(parse(file), (node) => {
    if (isLiteralText(node)) found.push(node.getText())
  })
  expect(found).toEqual([])
})

type Texts = { [key: string]: string | Texts }
const texts = new Map(
  readdirSync(LOCALES).map((file) => [
    path.basename(file, '.json'),
    JSON.parse(readFileSync(path.join(LOCALES, file), 'utf8')) as Texts,
  ]),
)

function hasKey(namespace: string, key: string): boolean {
  let at: string | Texts | undefined = texts.get(namespace)
  for (const step of key.split('.')) at = typeof at === 'object' ? (at[step] ?? at[`${step}_other`]) : undefined
  return at !== undefined
}

/** The namespaces that a file's `useTranslation` calls name. */
function namespacesOf(source: ts.SourceFile): string[] {
  return [...source.text.matchAll(/useTranslation\(\s*(\[[^\]]*\]|'[^']*')/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name ?? ''),
  )
}

/** Keys that are written out; those that are put together from values are seen to by the types of the values. */
function keysOf(source: ts.SourceFile): string[] {
  const keys: string[] = []
  visit(source, (node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 't') return
    const [key] = node.arguments
    if (key !== undefined && ts.isStringLiteral(key)) keys.push(key.text)
    if (key !== undefined && ts.isConditionalExpression(key)) {
      for (const branch of [key.whenTrue, key.whenFalse]) if (ts.isStringLiteral(branch)) keys.push(branch.text)
    }
  })
  return keys
}

test.each(FILES.filter((file) => file.endsWith('x')))('%s asks only for texts that there are', (file) => {
  const source = parse(file)
  const namespaces = namespacesOf(source)
  const missing = keysOf(source).filter((key) => {
    const [namespace, rest] = key.includes(':') ? key.split(':') : [null, key]
    const places = namespace === null || namespace === undefined ? namespaces : [namespace]
    return !places.some((place) => hasKey(place, rest ?? ''))
  })
  expect(missing).toEqual([])
})
