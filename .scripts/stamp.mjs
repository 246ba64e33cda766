import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const SKIPPED = new Set(['node_modules', 'dist', '.tmp'])

/** Every file below the given files and folders, without what is built or installed. */
export function filesBelow(...roots) {
  return roots.filter(existsSync).flatMap((root) => {
    if (statSync(root).isFile()) return [root]
    return readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
      const file = path.join(root, entry.name)
      if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesBelow(file)
      return entry.isFile() ? [file] : []
    })
  })
}

/** One hash over names and contents: a fresh checkout has new times, the same content, and the same hash. */
export function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of [...files].sort()) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** Whether `stamp` says that this very input was worked through already. */
export function isFresh(stamp, hash) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
}

/** Notes that the input is worked through. */
export function writeStamp(stamp, hash) {
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
}
