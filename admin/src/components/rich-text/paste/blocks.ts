import type { Run } from './runs'
import { htmlOf } from './runs'

/** A line of a list at a depth from 1. */
export interface Item {
  kind: 'item'
  level: number
  isOrdered: boolean
  /** The number it has, when it is numbered. */
  number: number
  runs: Run[]
}

/** What stands below each other in a text. */
export type Block =
  | Item
  | { kind: 'paragraph'; runs: Run[] }
  /** `rank` as where it comes from has it: 1 is the largest. */
  | { kind: 'heading'; rank: number; runs: Run[] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'table'; rows: Cell[][] }
  | { kind: 'rule' }

/** A cell of a table. */
export interface Cell {
  isHead: boolean
  columns: number
  rows: number
  blocks: Block[]
}

/** Blocks as HTML. The largest heading that occurs is a heading, all smaller ones are subheadings. */
export function htmlOfBlocks(blocks: readonly Block[]): string {
  const largest = Math.min(...blocks.flatMap((block) => (block.kind === 'heading' ? [block.rank] : [])))
  const parts: string[] = []
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]
    if (block === undefined) break
    if (block.kind === 'item') {
      const items = itemsFrom(blocks, at)
      parts.push(listOf(items))
      at += items.length - 1
    } else parts.push(htmlOfBlock(block, largest))
  }
  return parts.join('')
}

function htmlOfBlock(block: Exclude<Block, Item>, largest: number): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${htmlOf(block.runs)}</p>`
    case 'heading': {
      const tag = block.rank === largest ? 'h2' : 'h3'
      return `<${tag}>${htmlOf(block.runs.map((run) => ({ ...run, marks: [] })))}</${tag}>`
    }
    case 'quote':
      return `<blockquote>${htmlOfBlocks(block.blocks)}</blockquote>`
    case 'rule':
      return '<hr>'
    case 'table':
      return `<table><tbody>${block.rows.map((row) => `<tr>${row.map(cellOf).join('')}</tr>`).join('')}</tbody></table>`
  }
}

function cellOf({ isHead, columns, rows, blocks }: Cell): string {
  const tag = isHead ? 'th' : 'td'
  const span = (name: string, count: number) => (count > 1 ? ` ${name}="${count}"` : '')
  const html = blocks.length === 0 ? '<p></p>' : htmlOfBlocks(blocks)
  return `<${tag}${span('colspan', columns)}${span('rowspan', rows)}>${html}</${tag}>`
}

/** The lines of one list: up to what is none, or to one of another kind at its first depth. */
function itemsFrom(blocks: readonly Block[], from: number): Item[] {
  const items: Item[] = []
  for (const block of blocks.slice(from)) {
    const first = items[0]
    if (block.kind !== 'item') break
    if (first !== undefined && block.level <= first.level && block.isOrdered !== first.isOrdered) break
    items.push(block)
  }
  return items
}

function listOf(items: readonly Item[]): string {
  const [first] = items
  if (first === undefined) return ''
  const lines: string[] = []
  for (let at = 0; at < items.length; at++) {
    const item = items[at]
    if (item === undefined) break
    const below = items.slice(at + 1)
    const end = below.findIndex(({ level }) => level <= first.level)
    const deeper = end === -1 ? below : below.slice(0, end)
    lines.push(`<li><p>${htmlOf(item.runs)}</p>${sublistsOf(deeper)}</li>`)
    at += deeper.length
  }
  const start = first.isOrdered && first.number > 1 ? ` start="${first.number}"` : ''
  return first.isOrdered ? `<ol${start}>${lines.join('')}</ol>` : `<ul>${lines.join('')}</ul>`
}

/** Below one line there may be several lists of different kinds. */
function sublistsOf(items: readonly Item[]): string {
  const parts: string[] = []
  for (let rest = items; rest.length > 0;) {
    const list = itemsFrom(rest, 0)
    parts.push(listOf(list))
    rest = rest.slice(list.length)
  }
  return parts.join('')
}
