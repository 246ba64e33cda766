import axe from 'axe-core'
import type { AxeResults, NodeResult, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { stilled } from './person'

/** WCAG 2.2, levels A and AA, as axe names them. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** `target-size` belongs to 2.2 and is off in axe unless it is asked for. */
const OPTIONS: RunOptions = {
  runOnly: { type: 'tag', values: RULES },
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
}

const HTML_LENGTH_MAX = 240

/** The colours that a page is drawn in. */
export const SCHEMES = ['light', 'dark'] as const
type Scheme = (typeof SCHEMES)[number]

/**
 * Expects that axe finds nothing on the page as it is drawn now, with what lies over it. What it finds is listed one
 * line each, with the rule, where, and what is there.
 */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([])
}

/** What axe finds on the page as it is drawn now, one line for each element; empty when all is well. */
export async function violationsOf(page: Page): Promise<string[]> {
  await stilled(page)
  // A script element would be refused by the server's content security policy; what the browser is told to run is not.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
    OPTIONS,
  )
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${placeOf(node)}`))
}

/** What axe finds in light and in dark; the page is left in the colours that the device prefers. */
export async function violationsInBothThemes(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const scheme of SCHEMES) {
    await paint(page, scheme)
    found.push(...(await violationsOf(page)).map((line) => `${scheme}: ${line}`))
  }
  await page.emulateMedia({ colorScheme: null })
  return found
}

/** Has the device prefer these colours, as the page follows unless somebody chose otherwise. */
export async function paint(page: Page, scheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme })
  await page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, scheme)
}

function placeOf({ target, html, failureSummary = '' }: NodeResult): string {
  const because = failureSummary.split('\n').slice(1).join(' ').replaceAll(/\s+/g, ' ')
  const short = html.length > HTML_LENGTH_MAX ? `${html.slice(0, HTML_LENGTH_MAX)}…` : html
  return `${target.flat().join(' ')} — ${short} —${because}`
}
