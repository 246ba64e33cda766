/** How a stretch of text is set. */
export type Mark = 'strong' | 'em' | 'u' | 's' | 'sub' | 'sup'

/** A stretch of text that is set in one way. */
export interface Run {
  text: string
  marks: readonly Mark[]
  /** Where it leads, null for text that is no link. */
  href: string | null
}

/** Stands for a line break within a paragraph. */
export const LINE_BREAK = '\u2028'

const MARKS: readonly Mark[] = ['strong', 'em', 'u', 's', 'sub', 'sup']
const SPACE = /[ \t\r\n\f\u00a0]/
const EDGE = /[\s\u3000]/
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

interface Letter {
  sign: string
  run: Run
}

/**
 * Runs as they are read: blanks are one, none stand at the edges, neighbours that are set alike are one run. Source text
 * that is broken between two Chinese letters is not broken there; Word breaks its lines wherever they are full.
 */
export function tidied(runs: readonly Run[]): Run[] {
  const letters = withoutEdges(withSingleSpaces(runs.flatMap((run) => [...run.text].map((sign) => ({ sign, run })))))
  const joined: Run[] = []
  for (const { sign, run } of letters) {
    const last = joined.at(-1)
    if (last !== undefined && isAlike(last, run)) last.text += sign
    else joined.push({ ...run, text: sign })
  }
  return joined
}

function withSingleSpaces(letters: readonly Letter[]): Letter[] {
  const kept: Letter[] = []
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at]
    if (letter === undefined) break
    if (!SPACE.test(letter.sign)) {
      kept.push(letter)
      continue
    }
    let isBroken = false
    let end = at
    for (; SPACE.test(letters[end]?.sign ?? '.'); end++) isBroken ||= letters[end]?.sign === '\n'
    const before = kept.at(-1)?.sign ?? ''
    const after = letters[end]?.sign ?? ''
    if (!(isBroken && CHINESE.test(before) && CHINESE.test(after))) kept.push({ sign: ' ', run: letter.run })
    at = end - 1
  }
  return kept
}

function withoutEdges(letters: readonly Letter[]): Letter[] {
  const first = letters.findIndex(({ sign }) => !EDGE.test(sign))
  const last = letters.findLastIndex(({ sign }) => !EDGE.test(sign))
  return first === -1 ? [] : letters.slice(first, last + 1)
}

function isAlike(one: Run, other: Run): boolean {
  return one.href === other.href && MARKS.every((mark) => one.marks.includes(mark) === other.marks.includes(mark))
}

/** Runs as HTML. */
export function htmlOf(runs: readonly Run[]): string {
  return runs
    .map(({ text, marks, href }) => {
      const set = MARKS.filter((mark) => marks.includes(mark)).reduceRight(
        (inner, mark) => `<${mark}>${inner}</${mark}>`,
        escaped(text).replaceAll(LINE_BREAK, '<br>'),
      )
      return href === null ? set : `<a href="${escaped(href)}">${set}</a>`
    })
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
