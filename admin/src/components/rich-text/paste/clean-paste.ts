import { linkOf } from '../link'
import type { Block, Cell } from './blocks'
import { htmlOfBlocks } from './blocks'
import type { Mark, Run } from './runs'
import { LINE_BREAK, tidied } from './runs'

/** What is left of a text that was copied elsewhere. */
export interface Pasted {
  /** Headings, paragraphs, lists, quotes, tables, and in them bold, italic, underlined and struck text and links. */
  html: string
  /** How many pictures were left out: they lie on somebody's disk or elsewhere on the net, and are to be uploaded. */
  pictures: number
}

const NOTHING_TO_READ = 'script, style, meta, link, title, xml, template, noscript, iframe, object, del, svg, canvas'
/** What Word adds for itself: remarks at the margin, and a table of contents with page numbers. */
const WORDS_OWN = '.MsoCommentReference, .msocomanchor, .MsoCommentText, [class^="MsoToc"]'
const BLOCKS = new Set(
  ['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'figure', 'figcaption', 'center', 'form']
    .concat(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'blockquote', 'hr'])
    .concat(['pre', 'address', 'fieldset', 'details', 'summary', 'nav', 'tr', 'td', 'th', 'tbody', 'thead', 'caption']),
)
const MARK_OF_TAG: Readonly<Record<string, Mark>> = {
  ...{ b: 'strong', strong: 'strong', i: 'em', em: 'em', u: 'u' },
  ...{ s: 's', strike: 's', sub: 'sub', sup: 'sup' },
}
/** `1.`, `(2)`, `三、`, `iv)`, `①`. Letters of Word's sign fonts, which stand there for bullets, have no full stop. */
const NUMBERED = /^[(（]?(?:\d+|[a-z]{1,4}|[一二三四五六七八九十百]+)[.．、)）]+$|^\d+$|^[①-⑳]$/i

/** How text is set where one stands in the tree. */
type Setting = Pick<Run, 'marks' | 'href'>

const PLAIN: Setting = { marks: [], href: null }

/**
 * The text of what was copied from Word, WPS or a web page, without how it was dressed: fonts, colours, sizes, Word's
 * styles, remarks and struck-out changes go, and the pictures, which a browser cannot fetch, are counted.
 */
export function cleanPaste(html: string): Pasted {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const element of body.querySelectorAll(`${NOTHING_TO_READ}, ${WORDS_OWN}`)) element.remove()
  for (const element of body.querySelectorAll('[style]')) if (isHidden(styleOf(element))) element.remove()
  const pictures = body.querySelectorAll('img')
  for (const picture of pictures) picture.remove()
  return { html: htmlOfBlocks(blocksIn(body, PLAIN, 0)), pictures: pictures.length }
}

function styleOf(element: Element): string {
  return (element.getAttribute('style') ?? '').toLowerCase().replaceAll(/\s*([:;])\s*/g, '$1')
}

function isHidden(style: string): boolean {
  return /(?:^|;)(?:display:none|mso-hide:all|mso-element:comment(?:-list)?)/.test(style)
}

function nameOf(node: Node): string {
  return node.nodeName.toLowerCase()
}

/** The blocks in an element; what stands between them is a paragraph. `depth` counts the lists around it. */
function blocksIn(parent: Node, setting: Setting, depth: number): Block[] {
  const blocks: Block[] = []
  let loose: Run[] = []
  const flush = () => {
    const runs = tidied(loose)
    loose = []
    if (runs.length > 0) blocks.push({ kind: 'paragraph', runs })
  }
  for (const node of parent.childNodes) {
    if (node instanceof Element && holdsBlocks(node)) {
      flush()
      blocks.push(...blocksOf(node, settingIn(node, setting), depth))
    } else loose.push(...runsOf(node, setting))
  }
  flush()
  return blocks
}

function holdsBlocks(element: Element): boolean {
  return BLOCKS.has(nameOf(element)) || [...element.children].some(holdsBlocks)
}

function blocksOf(element: Element, setting: Setting, depth: number): Block[] {
  const name = nameOf(element)
  const rank = rankOf(element, name)
  if (rank !== null) {
    const runs = tidied(runsIn(element, setting))
    return runs.length === 0 ? [] : [{ kind: 'heading', rank, runs }]
  }
  if (name === 'hr') return [{ kind: 'rule' }]
  if (name === 'table') return tableOf(element as HTMLTableElement, setting)
  if (name === 'ul' || name === 'ol') return listOf(element, name === 'ol', setting, depth + 1)
  if (name === 'p' || name === 'li') {
    const item = wordItemOf(element, setting)
    if (item !== null) return item
  }
  if (name === 'blockquote') {
    const blocks = blocksIn(element, setting, 0)
    return blocks.length === 0 ? [] : [{ kind: 'quote', blocks }]
  }
  return blocksIn(element, setting, depth)
}

/** 1 for the largest heading, null for what is none. Word says it by the tag, by a style, or by the outline's level. */
function rankOf(element: Element, name: string): number | null {
  const tag = /^h([1-6])$/.exec(name)?.[1]
  if (tag !== undefined) return Number(tag)
  if (name !== 'p') return null
  if (element.classList.contains('MsoTitle')) return 1
  const level = /mso-outline-level:(\d)/.exec(styleOf(element))?.[1]
  return level === undefined ? null : Number(level)
}

/** A paragraph that Word draws as a line of a list: its depth is in the style, its sign in a span of its own. */
function wordItemOf(element: Element, setting: Setting): Block[] | null {
  const level = /mso-list:\S+ level(\d)/.exec(styleOf(element))?.[1]
  const sign = [...element.querySelectorAll('span')].find((span) => styleOf(span).includes('mso-list:ignore'))
  if (level === undefined || sign === undefined) return null
  const text = (sign.textContent ?? '').replaceAll(/[\s\u00a0]/g, '')
  sign.remove()
  const runs = tidied(runsIn(element, setting))
  const isOrdered = NUMBERED.test(text)
  const number = Number.parseInt(text.replace(/^[(（]/, ''), 10)
  return [{ kind: 'item', level: Number(level), isOrdered, number: Number.isNaN(number) ? 1 : number, runs }]
}

function listOf(list: Element, isOrdered: boolean, setting: Setting, level: number): Block[] {
  let number = Number.parseInt(list.getAttribute('start') ?? '1', 10) || 1
  return [...list.children].flatMap((child) => {
    const inner = blocksIn(child, settingIn(child, setting), level)
    // Word puts a deeper list beside the lines instead of into one.
    if (nameOf(child) !== 'li') return blocksOf(child, settingIn(child, setting), level)
    const own = inner.flatMap((block) => (block.kind === 'paragraph' ? [block.runs] : []))
    const rest = inner.filter(({ kind }) => kind !== 'paragraph')
    const runs = own.flatMap((line, at) => (at === 0 ? line : [{ ...PLAIN, text: LINE_BREAK }, ...line]))
    return runs.length === 0 ? rest : [{ kind: 'item', level, isOrdered, number: number++, runs } as const, ...rest]
  })
}

/** A table; one with a single cell is a frame around a text, and only the text is kept. */
function tableOf(table: HTMLTableElement, setting: Setting): Block[] {
  const rows = [...table.rows].map((row) =>
    [...row.cells].map((cell): Cell => ({
      isHead: nameOf(cell) === 'th' || cell.closest('thead') !== null,
      columns: cell.colSpan,
      rows: cell.rowSpan,
      blocks: flat(blocksIn(cell, settingIn(cell, setting), 0)),
    })),
  )
  const cells = rows.flat()
  if (cells.length === 1) return cells[0]?.blocks ?? []
  return cells.every(({ blocks }) => blocks.length === 0) ? [] : [{ kind: 'table', rows }]
}

/** What a cell has room for: paragraphs and lists. */
function flat(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'heading') return [{ kind: 'paragraph', runs: block.runs }]
    if (block.kind === 'quote') return flat(block.blocks)
    if (block.kind === 'table') return block.rows.flat().flatMap((cell) => cell.blocks)
    return block.kind === 'rule' ? [] : [block]
  })
}

function runsIn(element: Element, setting: Setting): Run[] {
  return [...element.childNodes].flatMap((node) => runsOf(node, setting))
}

function runsOf(node: Node, setting: Setting): Run[] {
  if (node instanceof Text) return [{ ...setting, text: node.data }]
  if (!(node instanceof Element)) return []
  // A new page in Word is no new line here.
  if (nameOf(node) === 'br') return /page-break/.test(styleOf(node)) ? [] : [{ ...setting, text: LINE_BREAK }]
  return runsIn(node, settingIn(node, setting))
}

/** How an element sets its text: by its tag, and by the style, which has the last word. */
function settingIn(element: Element, setting: Setting): Setting {
  const marks = new Set(setting.marks)
  const tag = MARK_OF_TAG[nameOf(element)]
  if (tag !== undefined) marks.add(tag)
  const style = styleOf(element)
  const put = (mark: Mark, on: RegExp, off: RegExp) => {
    if (on.test(style)) marks.add(mark)
    else if (off.test(style)) marks.delete(mark)
  }
  put('strong', /(?:^|;)font-weight:(?:bold|[6-9]00)/, /(?:^|;)font-weight:(?:normal|[1-5]00)/)
  put('em', /(?:^|;)font-style:italic/, /(?:^|;)font-style:normal/)
  put('u', /(?:^|;)text-decoration:[^;]*underline/, /(?:^|;)text-decoration:none/)
  put('s', /(?:^|;)text-decoration:[^;]*line-through/, /(?:^|;)text-decoration:none/)
  const href = nameOf(element) === 'a' ? linkIn(element) : null
  // A link is underlined by itself.
  if (href !== null || setting.href !== null) marks.delete('u')
  return { marks: [...marks], href: href ?? setting.href }
}

function linkIn(element: Element): string | null {
  const href = element.getAttribute('href') ?? ''
  return href.startsWith('/') ? null : linkOf(href)
}
