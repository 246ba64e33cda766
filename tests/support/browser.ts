import { fork, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { DEFAULT_DEMO_PASSWORD } from '@practice/seeds'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { testSettings } from './settings'

const ROOT = path.resolve(__dirname, '..', '..')
const SCREENSHOTS = path.join(ROOT, 'tests', 'e2e', 'screenshots')
const START_TIMEOUT_MS = 240_000

/** Debian's Chromium, unless told otherwise: a browser cannot be downloaded by its test tool everywhere. */
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The windows that the console is looked at in. */
export const DESKTOP = { width: 1440, height: 900 }
export const PHONE = { width: 375, height: 812 }

/** A server of its own with the sample district, as `npm start` runs it. */
export interface RunningServer {
  url: string
  stop(): Promise<void>
}

/** Starts the server on a free port with a fresh seeded database, in a process of its own. */
export async function startServer(extra: Record<string, string> = {}): Promise<RunningServer> {
  const { directory, environment } = testSettings()
  const child = fork(path.join(ROOT, '.scripts', 'start.mjs'), {
    cwd: ROOT,
    env: { ...process.env, ...environment, HOST: '127.0.0.1', PORT: '0', ...extra },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const port = await portOf(child)
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The server did not start in time')), START_TIMEOUT_MS)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}`)))
    child.on('message', (message) => {
      clearTimeout(late)
      resolve((message as { port: number }).port)
    })
  })
}

/** Opens Chromium. One browser serves all tests of a file; each person gets a context of their own. */
export function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error(`There is no ${CHROMIUM}: install chromium, or set CHROMIUM_PATH`)
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
}

/**
 * A page at the console's login, in Chinese, with the size of a desktop or a phone. Only who looks at the kept app has
 * the browser keep it: it would answer requests in which a test wants to have a hand.
 */
export async function openPage(
  browser: Browser,
  url: string,
  viewport = DESKTOP,
  serviceWorkers: 'allow' | 'block' = 'block',
): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    baseURL: url,
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: viewport === PHONE,
    serviceWorkers,
  })
  return context.newPage()
}

/** Signs in at the login page, as a person does, and waits until the page has gone on. */
export async function signIn(page: Page, username: string, password = DEFAULT_DEMO_PASSWORD): Promise<void> {
  await page.goto('/login')
  await page.locator('input[autocomplete="username"]').fill(username)
  await page.locator('input[type="password"]').fill(password)
  await page.locator('button[type="submit"]').click()
  await page.waitForURL((address) => !address.pathname.startsWith('/login'))
}

/** Keeps what the page looks like as `tests/e2e/screenshots/<name>.png`. */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true })
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) })
}
