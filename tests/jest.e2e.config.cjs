const shared = require('./jest.shared.cjs')

/**
 * The console in a real browser, against the server as `npm start` runs it.
 * @type {import('jest').Config}
 */
module.exports = {
  ...shared,
  displayName: 'e2e',
  roots: ['<rootDir>/tests/e2e'],
  testSequencer: '<rootDir>/tests/support/in-order.cjs',
  globalSetup: '<rootDir>/tests/support/e2e-setup.ts',
  globalTeardown: '<rootDir>/tests/support/e2e-teardown.ts',
  testEnvironment: 'node',
  testTimeout: 120_000,
  // Two browsers on a small machine make each other time out, and the files share one district.
  maxWorkers: 1,
}
