import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Where Vite leaves the console. This file runs from `cms/dist/src`. */
const DIRECTORY = path.resolve(__dirname, '..', '..', '..', 'admin', 'dist')

/** The encodings that the build makes beside a file, the smaller first. */
export const ENCODINGS = { br: '.br', gzip: '.gz' } as const
export type Encoding = keyof typeof ENCODINGS

/** A file of the console as it is sent. */
export interface ConsoleFile {
  extension: string
  etag: string
  /** Whether its name carries a hash of its content, so that it never changes. */
  hashed: boolean
  body: Buffer
  encoded: Partial<Record<Encoding, Buffer>>
}

/** Whether there is a console to serve. */
export function consoleIsBuilt(): boolean {
  return existsSync(path.join(DIRECTORY, 'index.html'))
}

/**
 * The console's files by their path in the address (`/assets/…`), held in memory: some megabytes, and no path of a
 * request ever meets the disk.
 */
export function readConsoleFiles(): ReadonlyMap<string, ConsoleFile> {
  if (!consoleIsBuilt()) return new Map()
  const names = readdirSync(DIRECTORY, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(DIRECTORY, path.join(entry.parentPath, entry.name)))
  const encoded = Object.values(ENCODINGS)
  return new Map(
    names
      .filter((name) => !name.startsWith('.') && !encoded.some((suffix) => name.endsWith(suffix)))
      .map((name) => [`/${name.split(path.sep).join('/')}`, readConsoleFile(name)]),
  )
}

function readConsoleFile(name: string): ConsoleFile {
  const file = path.join(DIRECTORY, name)
  const body = readFileSync(file)
  const encoded: ConsoleFile['encoded'] = {}
  for (const [encoding, suffix] of Object.entries(ENCODINGS) as [Encoding, string][]) {
    if (existsSync(file + suffix)) encoded[encoding] = readFileSync(file + suffix)
  }
  return {
    extension: path.extname(name),
    etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    hashed: name.startsWith(`assets${path.sep}`),
    body,
    encoded,
  }
}
