import type { Line, Sizes } from './routes'

const BEGIN = '<!-- sizes: written by `npm run sizes -- --write` -->'
const END = '<!-- end of sizes -->'

/** Lighter parts are not worth a line in the README. */
const PART_BYTES_MIN = 10_000

const HEADINGS = {
  login: 'The login page',
  home: 'Home of a role, all in all',
  screen: 'A further screen, beyond the home of its role',
  public: 'Residents’ pages and those for everybody, all in all',
  part: 'Loads when opened, beyond the page it is opened on',
} as const satisfies Record<Line['kind'], string>

const KINDS = Object.keys(HEADINGS) as Line['kind'][]

/** The sizes as text for a terminal, heaviest of a kind first. */
export function terminalTable(sizes: Sizes): string {
  return KINDS.flatMap((kind) => [
    `\n${HEADINGS[kind]}`,
    ...ofKind(sizes, kind).map(
      (line) => `${kb(line).padStart(8)} of ${String(line.limitKb).padStart(3)} KB  ${line.name}`,
    ),
  ]).join('\n')
}

/** The sizes as a table for the README. */
export function markdownTable(sizes: Sizes): string {
  const rows = KINDS.flatMap((kind) => [
    `| **${HEADINGS[kind]}** | | |`,
    ...ofKind(sizes, kind)
      .filter(({ bytes }) => kind !== 'part' || bytes >= PART_BYTES_MIN)
      .map((line) => `| ${nameOf(line)} | ${kb(line)} | ${line.limitKb} |`),
  ])
  return ['| KB of gzipped JavaScript | today | at most |', '| --- | --: | --: |', ...rows].join('\n')
}

/** A text with the table between its marks, `null` when the marks are not there. */
export function withTable(text: string, table: string): string | null {
  const begin = text.indexOf(BEGIN)
  const end = text.indexOf(END)
  if (begin === -1 || end < begin) return null
  return `${text.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${text.slice(end)}`
}

/** What a text's table says that a route weighs, in KB; `null` when it does not name the route. */
export function readSize(text: string, line: Line): number | null {
  const rows = text.slice(text.indexOf(BEGIN), text.indexOf(END)).split('\n')
  const heading = rows.findIndex((row) => row.includes(`**${HEADINGS[line.kind]}**`))
  const after = rows.slice(heading + 1)
  const next = after.findIndex((row) => row.includes('**'))
  const cells = after.slice(0, next === -1 ? undefined : next).map((row) => row.split('|').map((cell) => cell.trim()))
  const figure = heading === -1 ? undefined : cells.find(([, name]) => name === nameOf(line))?.[2]
  return figure === undefined ? null : Number(figure)
}

function ofKind({ lines }: Sizes, kind: Line['kind']): Line[] {
  return lines.filter((line) => line.kind === kind).sort((left, right) => right.bytes - left.bytes)
}

function nameOf({ kind, name }: Line): string {
  if (kind !== 'part') return name
  return name.startsWith('src/') ? name.replace(/^.*\/(.*)\.tsx?$/, '$1') : name.replace(/^_/, '').replace(/\/.*$/, '')
}

function kb({ bytes }: Line): string {
  return (bytes / 1000).toFixed(1)
}
