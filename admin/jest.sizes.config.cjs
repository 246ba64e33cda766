const shared = require('./jest.config.cjs')

/**
 * What the built console weighs, route by route (`sizes/budget.ts`). Wants `dist`.
 * @type {import('jest').Config}
 */
module.exports = { ...shared, displayName: 'sizes', roots: ['<rootDir>/admin/sizes'] }
