const shared = require('./jest.shared.cjs')

/**
 * Rules, tested without a server: pure functions straight from their sources, so that no build stands before a test.
 * @type {import('jest').Config}
 */
module.exports = {
  ...shared,
  displayName: 'domain',
  roots: ['<rootDir>/tests/domain'],
  testEnvironment: 'node',
  moduleNameMapper: {
    '^@practice/kernel$': '<rootDir>/plugins/kernel/src/index.ts',
    '^@practice/([a-z]+)/(contracts|domain)$': '<rootDir>/plugins/$1/$2/index.ts',
  },
}
