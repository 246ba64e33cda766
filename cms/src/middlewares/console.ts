import type { Core } from '@strapi/strapi'

/** Serves the console. */
const middleware = (): Core.MiddlewareHandler => (_ctx, next) => next()

export default middleware
