const MEGABYTE = 1024 * 1024

const logsRequests = ['http', 'verbose', 'debug', 'silly'].includes(process.env.LOG_LEVEL ?? '')

/**
 * In the order in which a request meets them: failures get their form, files their guard, and the console's files are
 * sent, all before anything parses a body.
 */
export default [
  ...(logsRequests ? ['strapi::logger'] : []),
  // Outside of whatever rewrites a body: what is compressed already can no longer be read.
  // Brotli at its default strength takes longer than the line saves.
  { name: 'strapi::compression', config: { br: false } },
  'strapi::errors',
  'plugin::access.errors',
  // The default policy is for Strapi's panel; the console's page sets its own, stricter one.
  'strapi::security',
  { name: 'strapi::cors', config: { origin: (process.env.CORS_ORIGINS ?? '').split(',').filter(Boolean) } },
  'plugin::access.files',
  'global::console',
  'strapi::query',
  {
    name: 'strapi::body',
    config: {
      jsonLimit: '1mb',
      formLimit: '64kb',
      textLimit: '64kb',
      formidable: { maxFileSize: 10 * MEGABYTE, maxFiles: 10 },
    },
  },
  'strapi::favicon',
  'global::panel',
  'strapi::public',
]
