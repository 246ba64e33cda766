/** Routes under /api/access. Which roles may call them is granted in the app; what they see there, permissions.md says. */
export const routes = {
  'content-api': {
    type: 'content-api',
    routes: [
      { method: 'GET', path: '/me', handler: 'access.me' },
      { method: 'GET', path: '/audit', handler: 'access.audit' },
      { method: 'POST', path: '/reveal', handler: 'access.reveal' },
      { method: 'GET', path: '/live', handler: 'live.listen' },
      { method: 'GET', path: '/views', handler: 'views.find' },
      { method: 'PUT', path: '/views', handler: 'views.keep' },
      { method: 'GET', path: '/notifications', handler: 'notifications.find' },
      { method: 'GET', path: '/notifications/unread', handler: 'notifications.unread' },
      { method: 'POST', path: '/notifications/read', handler: 'notifications.read' },
      { method: 'GET', path: '/notifications/preferences', handler: 'notifications.preferences' },
      { method: 'PUT', path: '/notifications/preferences', handler: 'notifications.prefer' },
    ],
  },
}
