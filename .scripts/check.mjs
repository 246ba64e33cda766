/** What one runs before a commit: types, lint, format and unit tests, side by side; what fails is shown whole. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './secrets.mjs'

const bin = (...parts) => [process.execPath, path.join(ROOT, 'node_modules', ...parts)]
const [node, tsc] = bin('typescript', 'bin', 'tsc')
const jest = bin('jest', 'bin', 'jest.js')[1]

const CHECKS = [
  // ESLint reads the types of the built projects, so that the types come first.
  [
    { name: 'types', command: [node, tsc, '-b'] },
    {
      name: 'lint',
      command: [
        ...bin('eslint', 'bin', 'eslint.js'),
        '--max-warnings',
        '0',
        '--cache',
        '--cache-location',
        'node_modules/.cache/eslint/',
        '.',
      ],
    },
  ],
  [
    {
      name: 'format',
      command: [...bin('prettier', 'bin', 'prettier.cjs'), '--check', '--cache', '--log-level', 'warn', '.'],
    },
    { name: 'domain tests', command: [node, jest, '-c', 'tests/jest.domain.config.cjs', '--silent'] },
    ...(existsSync(path.join(ROOT, 'admin', 'jest.config.cjs'))
      ? [{ name: 'console tests', command: [node, jest, '-c', 'admin/jest.config.cjs', '--silent'] }]
      : []),
  ],
]

const outcomes = (await Promise.all(CHECKS.map(inTurn))).flat()
process.exit(outcomes.every(Boolean) ? 0 : 1)

async function inTurn(checks) {
  const outcomes = []
  for (const check of checks) outcomes.push(await run(check))
  return outcomes
}

function run({ name, command: [program, ...args] }) {
  return new Promise((resolve) => {
    const began = Date.now()
    const child = spawn(program, args, { cwd: ROOT, env: { ...process.env, TZ: 'UTC' } })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('close', (code) => {
      const seconds = ((Date.now() - began) / 1000).toFixed(1)
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
      if (code !== 0) console.log(output)
      resolve(code === 0)
    })
  })
}
