import type { Core } from '@strapi/strapi'
import { uploadAction } from '../files/upload'
import { signInActions } from '../controllers/sign-in'

interface Route {
  method: string
  path: string
}

interface Router {
  type?: string
  routes?: Route[]
}

/**
 * What stays of the content API of Strapi's own plugins: signing in, changing one's password, uploading. Registering,
 * forgotten passwords, user lists, roles, permissions, file lists and everything else have no route at all, so that no
 * grant in the panel can open them.
 */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  'users-permissions': ['POST /auth/local', 'POST /auth/change-password'],
  upload: ['POST /'],
}

/** Strapi's own plugins; those of this product answer for themselves. */
const STRAPI_PLUGINS = [
  'users-permissions',
  'upload',
  'email',
  'i18n',
  'content-manager',
  'content-type-builder',
  'content-releases',
  'review-workflows',
]

/** Takes away the routes that are not kept, and puts our actions in the place of Strapi's on those that are. */
export function closeRoutes(strapi: Core.Strapi): void {
  for (const name of STRAPI_PLUGINS) {
    const plugin = strapi.plugins[name] as unknown as { routes?: unknown } | undefined
    const router = contentRouterOf(plugin?.routes)
    if (router?.routes === undefined) continue
    router.routes = router.routes.filter(({ method, path }) => KEPT[name]?.includes(`${method} ${path}`) === true)
  }
  assertKept(strapi)
  Object.assign(strapi.controller('plugin::users-permissions.auth'), signInActions(strapi))
  Object.assign(strapi.controller('plugin::upload.content-api'), { upload: uploadAction(strapi) })
}

function contentRouterOf(routes: unknown): Router | undefined {
  if (typeof routes !== 'object' || routes === null) return undefined
  return (routes as Record<string, Router | undefined>)['content-api']
}

/** An upgrade that names its routes otherwise must not go unnoticed: nobody could sign in, or a list would be open. */
function assertKept(strapi: Core.Strapi): void {
  for (const [name, kept] of Object.entries(KEPT)) {
    const router = contentRouterOf((strapi.plugins[name] as unknown as { routes?: unknown }).routes)
    const found = (router?.routes ?? []).map(({ method, path }) => `${method} ${path}`)
    if (kept.some((route) => !found.includes(route)))
      throw new Error(`${name} has moved its routes: ${found.join(', ')}`)
  }
}
