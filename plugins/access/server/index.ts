import { bootstrap } from './bootstrap'
import { contentTypes } from './content-types'
import { controllers } from './controllers'
import { filesMiddleware } from './files/serve'
import { destroy } from './destroy'
import { errorsMiddleware } from './http/errors'
import { register } from './register'
import { routes } from './routes'
import { services } from './services'

/** Named in the app's middlewares as `plugin::access.errors` and `plugin::access.files`. */
const middlewares = { errors: errorsMiddleware, files: filesMiddleware }

export default { register, bootstrap, destroy, contentTypes, controllers, middlewares, routes, services }
