import type { Core } from '@strapi/strapi'

/** Ten megabytes, as the contract says of files. */
const FILE_BYTES = 10 * 1024 * 1024

/** Longer than a server of mail takes to answer; a run of the outbox must not hang on one that never does. */
const MAIL_TIMEOUT_MS = 20_000

/** Mail goes out by SMTP where its server and its sender are known; otherwise there is none, and the console says so. */
function emailOf(env: Core.Config.Shared.ConfigParams['env']): { sendsMail: boolean; config: object } {
  const url = env('SMTP_URL', '')
  const sender = env('MAIL_FROM', '')
  if (url === '' || sender === '') return { sendsMail: false, config: { provider: '@practice/cms/no-mail' } }
  const timeouts = {
    connectionTimeout: MAIL_TIMEOUT_MS,
    greetingTimeout: MAIL_TIMEOUT_MS,
    socketTimeout: MAIL_TIMEOUT_MS,
  }
  return {
    sendsMail: true,
    config: {
      provider: '@strapi/provider-email-nodemailer',
      providerOptions: { url, ...timeouts },
      settings: { defaultFrom: sender, defaultReplyTo: env('MAIL_REPLY_TO', sender) },
    },
  }
}

/** Our plugins by their place in the monorepo, and what the others must not do. */
const plugins = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  access: { enabled: true, resolve: '../plugins/access', config: { sendsMail: emailOf(env).sendsMail } },
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
  email: { config: emailOf(env).config },
  upload: { config: { sizeLimit: FILE_BYTES, breakpoints: {} } },
})

export default plugins
