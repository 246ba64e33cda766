import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Below this a compressed form saves less than its headers cost. */
const BYTES_MIN = 1024

const TEXT = /\.(js|css|svg|json|txt|webmanifest)$/

/**
 * Lays a brotli and a gzip form beside each text of the bundle, so that the server compresses nothing as it sends. It
 * reads the files as they were written: until then Vite itself still replaces marks in them.
 */
export function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    enforce: 'post',
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) return
      const texts = Object.keys(bundle).filter((fileName) => TEXT.test(fileName))
      await Promise.all(texts.map((fileName) => compress(path.join(dir, fileName))))
    },
  }
}

async function compress(file: string): Promise<void> {
  const body = await readFile(file)
  if (body.length < BYTES_MIN) return
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  await writeFile(`${file}.br`, brotliCompressSync(body, { params }))
  await writeFile(`${file}.gz`, gzipSync(body, { level: constants.Z_BEST_COMPRESSION }))
}
