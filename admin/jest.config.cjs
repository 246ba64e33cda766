const path = require('node:path')

/**
 * What the console decides without a screen: requests, words, addresses, and that no text is left out. Screens are
 * tested in the browser (`tests/e2e`).
 * @type {import('jest').Config}
 */
module.exports = {
  rootDir: path.join(__dirname, '..'),
  displayName: 'console',
  roots: ['<rootDir>/admin/src', '<rootDir>/admin/tests'],
  testMatch: ['**/*.test.ts'],
  testEnvironment: 'node',
  moduleNameMapper: {
    '^@practice/kernel$': '<rootDir>/plugins/kernel/src/index.ts',
    '^@practice/([a-z]+)/(contracts|domain)$': '<rootDir>/plugins/$1/$2/index.ts',
  },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
}
