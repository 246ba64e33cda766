const shared = require('./jest.shared.cjs')

/**
 * The app over HTTP, booted once for all files, on SQLite or with PRACTICE_DATABASE=postgres on PostgreSQL.
 * @type {import('jest').Config}
 */
module.exports = {
  ...shared,
  displayName: process.env.PRACTICE_DATABASE === 'postgres' ? 'api on PostgreSQL' : 'api on SQLite',
  roots: ['<rootDir>/tests/api'],
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  testEnvironment: '<rootDir>/tests/support/strapi-environment.ts',
  testSequencer: '<rootDir>/tests/support/in-order.cjs',
  testTimeout: 30_000,
  // The booted app lives in this process, so the tests have to.
  maxWorkers: 1,
}
