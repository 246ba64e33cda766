const path = require('node:path')

/**
 * Rules, tested without a server: pure functions straight from their sources, so that no build stands before a test.
 * @type {import('jest').Config}
 */
module.exports = {
  displayName: 'domain',
  rootDir: path.join(__dirname, '..'),
  roots: ['<rootDir>/tests/domain'],
  testMatch: ['**/*.test.ts'],
  testEnvironment: 'node',
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
  moduleNameMapper: {
    '^@practice/kernel$': '<rootDir>/plugins/kernel/src/index.ts',
    '^@practice/([a-z]+)/(contracts|domain)$': '<rootDir>/plugins/$1/$2/index.ts',
  },
}
