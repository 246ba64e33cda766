import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Below this a compressed form saves less than its headers cost. */
const BYTES_MIN = 1024

const TEXT = /\.(js|css|svg|json|txt|webmanifest)$/

/** Lays a brotli and a gzip form beside each text of the bundle, so that the server compresses nothing as it sends. */
export function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const [fileName, output] of Object.entries(bundle)) {
        const body = Buffer.from(output.type === 'chunk' ? output.code : output.source)
        if (!TEXT.test(fileName) || body.length < BYTES_MIN) continue
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
        this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: brotliCompressSync(body, { params }) })
        const gzip = gzipSync(body, { level: constants.Z_BEST_COMPRESSION })
        this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzip })
      }
    },
  }
}
