import type { AuthProvider } from '@refinedev/core'
import { loadMe } from '../api/access'
import { ApiError } from '../api/error'
import { currentToken, endSession } from '../session/session'

/**
 * Refine's view of the session. Login itself happens outside of Refine (see `Root`); once the session ends, the login
 * page takes the console's place by itself, so nothing here redirects.
 */
export const authProvider: AuthProvider = {
  login: async () => ({ success: currentToken() !== null }),
  logout: async () => {
    endSession('left')
    return { success: true }
  },
  check: async () => ({ authenticated: currentToken() !== null }),
  onError: async (error: unknown) => {
    if (error instanceof ApiError && error.status === 401) endSession('expired')
    return {}
  },
  getIdentity: () => loadMe(),
  getPermissions: async () => (await loadMe()).can,
}
