import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'
import { generateSW } from 'workbox-build'

/** A line of Vite's manifest, as far as it says what a part consists of. */
interface Entry {
  file: string
  css?: string[]
  assets?: string[]
  imports?: string[]
}

type Manifest = Readonly<Record<string, Entry>>

/** What an installed app opens with and works with where there is no line. */
interface App {
  /** The service worker's file; its scope is where it is registered for. */
  worker: string
  parts: readonly RegExp[]
  namespaces: readonly string[]
}

/** What keeps the app, and offers the next version while the files of this one are gone from the server. */
const KEEPING = /^src\/pwa\/|node_modules\/workbox-window\//

/**
 * The console of the village: its shell, the page that records with all it opens, and the home that leads there. Nobody
 * pays for the other pages before they open them. Residents' pages are whole.
 */
const APPS: readonly App[] = [
  {
    worker: 'sw.js',
    parts: [
      /^src\/app\/App\.tsx$/,
      /^src\/pages\/home\/HomePage\.tsx$/,
      /^src\/pages\/home\/homes\/VillageHome\.tsx$/,
      /^src\/pages\/record\//,
      /^src\/scoring\/(outbox|scan)\//,
      /node_modules\/jsqr\//,
      KEEPING,
    ],
    namespaces: ['auth', 'common', 'home', 'record', 'scoring'],
  },
  {
    worker: 'my-sw.js',
    parts: [/^src\/resident\//, KEEPING],
    namespaces: ['auth', 'resident', 'notice', 'scoring'],
  },
]

/** What other parts of the server answer, and files: neither is a page of the console. */
const NO_PAGE = [/^\/(api|uploads|cms-admin|_health)(\/|$)/, /\.[a-z0-9]+$/i]

/** Writes a service worker for each app that can be installed, once the bundle lies on the disk. */
export function offline(): Plugin {
  let directory = ''
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      directory = path.resolve(config.root, config.build.outDir)
    },
    async closeBundle() {
      const file = path.join(directory, '.vite', 'manifest.json')
      if (!existsSync(file)) return
      const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
      for (const app of APPS) await writeWorker(directory, app.worker, filesOf(manifest, app))
    },
  }
}

/** Keeps the given files, answers every address of the app with its page, and nothing else: no reply of the server is kept. */
async function writeWorker(directory: string, worker: string, files: readonly string[]): Promise<void> {
  const { warnings } = await generateSW({
    swDest: path.join(directory, worker),
    globDirectory: directory,
    globPatterns: ['index.html', 'favicon.svg', ...files],
    // Their names carry a hash of what is in them.
    dontCacheBustURLsMatching: /^assets\//,
    navigateFallback: '/index.html',
    navigateFallbackDenylist: NO_PAGE,
    inlineWorkboxRuntime: true,
    clientsClaim: true,
    skipWaiting: false,
    sourcemap: false,
    mode: 'production',
  })
  if (warnings.length > 0) throw new Error(`${worker}: ${warnings.join('; ')}`)
}

/** The app's files: its parts with all that they import at once, and its texts in every language. */
function filesOf(manifest: Manifest, { parts, namespaces }: App): string[] {
  const texts = new RegExp(`^src/locales/[^/]+/(${namespaces.join('|')})\\.json$`)
  const open = Object.keys(manifest).filter(
    (part) => part === 'index.html' || texts.test(part) || parts.some((pattern) => pattern.test(part)),
  )
  const found = new Set<string>()
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (found.has(part)) continue
    found.add(part)
    open.push(...(manifest[part]?.imports ?? []))
  }
  const files = [...found].flatMap((part) => {
    const entry = manifest[part]
    return entry === undefined ? [] : [entry.file, ...(entry.css ?? []), ...(entry.assets ?? [])]
  })
  return [...new Set(files)].filter((file) => !file.endsWith('.html'))
}
