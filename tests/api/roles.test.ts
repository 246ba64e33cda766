import { GRANTS, ROLE_NAMES } from '@practice/cms/permissions'
import { app, asSystem } from '../support/api'

interface RoleRow {
  type: string
  name: string
  permissions: { action: string }[]
}

/** What the U&P plugin, and not our table, lets a signed-in person do: nothing. */
const EMPTY: readonly string[] = []

const roles = () =>
  asSystem(
    () =>
      app()
        .db.query('plugin::users-permissions.role')
        .findMany({ populate: { permissions: true } }) as Promise<RoleRow[]>,
  )

describe('the roles in the database', () => {
  test('are those of the table, by name, beside Strapi’s own two', async () => {
    const found = Object.fromEntries((await roles()).map(({ type, name }) => [type, name]))
    for (const [type, { name }] of Object.entries(ROLE_NAMES)) expect(found[type]).toBe(name)
    expect(Object.keys(found).sort()).toEqual([...Object.keys(ROLE_NAMES), 'authenticated', 'public'].sort())
  })

  test('may call exactly what the table says', async () => {
    for (const { type, permissions } of await roles()) {
      expect(permissions.map(({ action }) => action).sort()).toEqual([...(GRANTS[type] ?? EMPTY)].sort())
    }
  })

  test('name only actions that a route asks for', () => {
    const asked = new Set(routesOf().flatMap(({ config }) => config?.auth?.scope ?? []))
    const unknown = [...new Set(Object.values(GRANTS).flat())].filter((action) => !asked.has(action))
    expect(unknown).toEqual([])
  })
})

interface Route {
  config?: { auth?: { scope?: string[] } }
}

/** Every route of the content API, of the app and of its plugins. */
function routesOf(): Route[] {
  const routers = [...Object.values(app().apis), ...Object.values(app().plugins)].flatMap(({ routes }) =>
    Object.values((routes ?? {}) as Record<string, { routes?: Route[] }>),
  )
  return routers.flatMap(({ routes }) => (Array.isArray(routes) ? routes : []))
}
