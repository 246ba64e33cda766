import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { filesBelow } from './stamp.mjs'

/** Below this a compressed form saves less than its headers cost. */
const BYTES_MIN = 1024
const TEXTS = new Set(['.js', '.css', '.html', '.svg', '.json', '.txt', '.webmanifest'])

/** Whether a console lies there, whole: Vite run by hand leaves one without compressed forms. */
export function isCompressed(directory) {
  const assets = path.join(directory, 'assets')
  return existsSync(assets) && readdirSync(assets).some((name) => name.endsWith('.br'))
}

/** Lays a brotli and a gzip form beside each text of the console, so that the server compresses nothing as it sends. */
export function compressConsole(directory) {
  for (const file of filesBelow(directory)) {
    if (!TEXTS.has(path.extname(file))) continue
    const body = readFileSync(file)
    if (body.length < BYTES_MIN) continue
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
    writeFileSync(`${file}.br`, brotliCompressSync(body, { params }))
    writeFileSync(`${file}.gz`, gzipSync(body, { level: constants.Z_BEST_COMPRESSION }))
  }
}
