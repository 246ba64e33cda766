/** The settings that must be long, random and known to nobody. */
export const SECRETS = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'JWT_SECRET',
  'ENCRYPTION_KEY',
] as const

/** Shorter than this a secret can be guessed: 16 random bytes in base64 have 24 characters. */
const LENGTH_MIN = 16

/** What stands in examples, and in examples of Strapi's. */
const PLACEHOLDER = /change.?me|to.?be.?modified|example|secret|password/i

/** The names of the secrets that are missing, short or placeholders. `APP_KEYS` holds several, parted by commas. */
export function weakSecrets(environment: Readonly<Record<string, string | undefined>>): string[] {
  return SECRETS.filter((name) => {
    const parts = (environment[name] ?? '').split(',')
    return parts.some((part) => part.trim().length < LENGTH_MIN || PLACEHOLDER.test(part))
  })
}
