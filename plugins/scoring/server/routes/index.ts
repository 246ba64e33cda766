/** Routes under /api/scoring. Which roles may call them is granted in the app; what they may do there, the rules say. */
export const routes = {
  'content-api': {
    type: 'content-api',
    routes: [],
  },
}
