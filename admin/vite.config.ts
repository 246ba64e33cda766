import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { offline } from './offline.ts'
import { precompress } from './precompress.ts'
import { quietIcons } from './quiet-icons.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Where the server listens while one works on the console (`npm run dev`). */
const server = process.env.PRACTICE_SERVER ?? 'http://localhost:1337'

/** Libraries of Refine's whose hooks nobody here uses: CommonJS does not say of itself that it may be left out. */
const LEFT_OUT = /\/node_modules\/(papaparse|error-stack-parser|stackframe|pluralize)\//

/** Residents' phones are old ones: the last browsers that Android 5 and an iPhone of 2015 were given. */
const OLDEST_BROWSERS = ['chrome94', 'edge94', 'firefox93', 'safari15.4']

/**
 * The console is one static bundle, served by the CMS at `/`. Contracts come from the plugins' source; of the kernel
 * only the part that runs in a browser is taken.
 */
export default defineConfig({
  plugins: [react(), quietIcons(), precompress(), offline()],
  resolve: {
    alias: [
      { find: /^@practice\/([a-z]+)\/contracts$/, replacement: here('../plugins/$1/contracts/index.ts') },
      { find: /^@practice\/kernel$/, replacement: here('./src/kernel.ts') },
    ],
  },
  server: { proxy: { '/api': server, '/uploads': server } },
  build: {
    outDir: 'dist',
    target: OLDEST_BROWSERS,
    manifest: true,
    sourcemap: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: LEFT_OUT, sideEffects: false }] } },
  },
})
