/** Before the core routes by its name: `effective` is no document's id. */
export default {
  routes: [{ method: 'GET', path: '/service-items/effective', handler: 'service-item.effective' }],
}
