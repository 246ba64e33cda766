/** Routes under /api/dispatch. Which roles may call them is granted in the app; what they may do there, the rules say. */
export const routes = {
  'content-api': {
    type: 'content-api',
    routes: [
      { method: 'GET', path: '/orders', handler: 'order.find' },
      { method: 'POST', path: '/orders', handler: 'order.place' },
      { method: 'GET', path: '/orders/:documentId', handler: 'order.findOne' },
      { method: 'GET', path: '/orders/:documentId/suggestions', handler: 'order.suggestions' },
      { method: 'POST', path: '/orders/:documentId/:verb', handler: 'order.act' },
      { method: 'POST', path: '/plans', handler: 'plan.make' },
      { method: 'POST', path: '/plans/apply', handler: 'plan.apply' },
      { method: 'GET', path: '/summary', handler: 'summary.find' },
      { method: 'GET', path: '/loads', handler: 'summary.loads' },
      { method: 'GET', path: '/settings', handler: 'settings.find' },
      { method: 'PUT', path: '/settings', handler: 'settings.update' },
    ],
  },
}
