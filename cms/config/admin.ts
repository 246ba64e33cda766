import type { Core } from '@strapi/strapi'

/** Strapi's own panel, for the system's administrators only: its accounts and the console's are apart. */
const admin = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Admin => ({
  url: '/cms-admin',
  autoOpen: false,
  auth: { secret: env('ADMIN_JWT_SECRET', '') },
  apiToken: { salt: env('API_TOKEN_SALT', '') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT', '') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  flags: { nps: false, promoteEE: false },
})

export default admin
