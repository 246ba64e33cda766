const path = require('node:path')

/** What all kinds of tests share: the repository as root, TypeScript through swc (types are checked by `tsc`). */
module.exports = {
  rootDir: path.join(__dirname, '..'),
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
}
