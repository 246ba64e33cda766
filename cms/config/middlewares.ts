const MEGABYTE = 1024 * 1024

/** The console carries its styles inline (antd), previews photos before they are uploaded, and calls nobody else. */
const DIRECTIVES = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'media-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'frame-ancestors': ["'self'"],
  'object-src': ["'none'"],
  upgradeInsecureRequests: null,
}

const logsRequests = ['http', 'verbose', 'debug', 'silly'].includes(process.env.LOG_LEVEL ?? '')

/** In the order in which a request meets them. The console's files come before anything parses a body. */
export default [
  ...(logsRequests ? ['strapi::logger'] : []),
  'strapi::errors',
  'plugin::access.errors',
  { name: 'strapi::security', config: { contentSecurityPolicy: { useDefaults: true, directives: DIRECTIVES } } },
  { name: 'strapi::cors', config: { origin: (process.env.CORS_ORIGINS ?? '').split(',').filter(Boolean) } },
  // Brotli at its default strength takes longer than the line saves.
  { name: 'strapi::compression', config: { br: false } },
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
  'strapi::public',
]
