import type { Core } from '@strapi/strapi'

/** Ten megabytes, as the contract says of files. */
const FILE_BYTES = 10 * 1024 * 1024

/** Our plugins by their place in the monorepo, and what the others must not do. */
const plugins = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  access: { enabled: true, resolve: '../plugins/access' },
  dispatch: { enabled: true, resolve: '../plugins/dispatch' },
  scoring: { enabled: true, resolve: '../plugins/scoring' },
  'users-permissions': {
    config: {
      jwtSecret: env('JWT_SECRET'),
      jwt: { expiresIn: env('SESSION_LENGTH', '7d') },
      // Access throttles by the pair of account and address; this one would throttle a whole office behind one address.
      ratelimit: { enabled: false },
    },
  },
  email: { config: { provider: '@practice/cms/no-mail' } },
  upload: { config: { sizeLimit: FILE_BYTES, breakpoints: {} } },
})

export default plugins
