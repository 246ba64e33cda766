/** Before the core routes by its name: `quiet` is no document's id. */
export default {
  routes: [{ method: 'GET', path: '/sites/quiet', handler: 'site.quiet' }],
}
