/**
 * What the built console weighs, route by route, against the budget (admin/sizes/budget.ts). `--write` puts the table
 * into the README. What is over its limit is named, and the exit code says so.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { format, resolveConfig } from 'prettier'
import { runnerImport } from 'vite'
import { ROOT } from './secrets.mjs'

const at = (...parts) => path.join(ROOT, ...parts)
const load = async (file) =>
  (await runnerImport(at('admin', 'sizes', file), { configFile: at('admin', 'vite.config.ts'), logLevel: 'error' }))
    .module

const { readBundle } = await load('bundle.ts')
const { offencesOf, sizesOf } = await load('routes.ts')
const { markdownTable, terminalTable, withTable } = await load('table.ts')

const sizes = sizesOf(readBundle(process.env.CONSOLE_DIST ?? at('admin', 'dist')))
console.log(terminalTable(sizes))
if (process.argv.includes('--write')) await writeReadme(at('README.md'))
const offences = offencesOf(sizes)
if (offences.length > 0) console.error(`\nOver the budget:\n${offences.map((line) => `- ${line}`).join('\n')}`)
process.exit(offences.length === 0 ? 0 : 1)

async function writeReadme(file) {
  const text = withTable(readFileSync(file, 'utf8'), markdownTable(sizes))
  if (text === null) throw new Error('README.md has no marks for the table of sizes')
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }))
}
