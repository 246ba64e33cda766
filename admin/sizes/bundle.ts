import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** A line of Vite's manifest, as far as sizes need it. */
interface Entry {
  file: string
  imports?: string[]
  dynamicImports?: string[]
}

/** The console as it was built: what each part imports, and how heavy it is. */
export interface Bundle {
  /** Every part that is fetched by a dynamic `import()`, by its name. */
  fetchedBy(parts: ReadonlySet<string>): Set<string>
  /** The given parts with all that they import at once. */
  closure(...parts: readonly string[]): Set<string>
  /** Gzipped bytes of JavaScript. */
  bytesOf(parts: Iterable<string>): number
  has(part: string): boolean
}

/** Reads what Vite wrote into `directory`. Throws when the console is not built. */
export function readBundle(directory: string): Bundle {
  const file = path.join(directory, '.vite', 'manifest.json')
  if (!existsSync(file)) throw new Error(`${file} is missing: build the console first (npm run sizes does)`)
  return bundleOf(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Entry>, (name) =>
    gzippedBytes(path.join(directory, name)),
  )
}

/** A bundle from its manifest; `weigh` gives the gzipped bytes of a file. */
export function bundleOf(manifest: Readonly<Record<string, Entry>>, weigh: (file: string) => number): Bundle {
  const names = partNames(Object.keys(manifest))
  const nameOf = (key: string) => names.get(key) ?? key
  const entries = new Map(Object.entries(manifest).map(([key, entry]) => [nameOf(key), entry]))

  function closure(...parts: readonly string[]): Set<string> {
    const found = new Set<string>()
    const open = [...parts]
    for (let part = open.pop(); part !== undefined; part = open.pop()) {
      const entry = entries.get(part)
      if (entry === undefined) throw new Error(`${part} is not a part of the bundle`)
      if (found.has(part)) continue
      found.add(part)
      open.push(...(entry.imports ?? []).map(nameOf))
    }
    return found
  }

  return {
    closure,
    fetchedBy: (parts) => new Set([...parts].flatMap((part) => (entries.get(part)?.dynamicImports ?? []).map(nameOf))),
    bytesOf(parts) {
      const files = new Set([...parts].map((part) => entries.get(part)?.file ?? ''))
      return [...files].filter((file) => file.endsWith('.js')).reduce((bytes, file) => bytes + weigh(file), 0)
    },
    has: (part) => entries.has(part),
  }
}

/** A module goes by its path, a library by its own, and a chunk that several parts share by its name without the hash. */
function partNames(keys: readonly string[]): Map<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const key of keys) {
    const short = key.startsWith('_') ? key.replace(/-[\w-]{8}\.js$/, '') : key.replace(/^.*node_modules\//, '')
    const name = taken.has(short) ? key : short
    taken.add(name)
    names.set(key, name)
  }
  return names
}

function gzippedBytes(file: string): number {
  return existsSync(`${file}.gz`) ? readFileSync(`${file}.gz`).length : gzipSync(readFileSync(file)).length
}
