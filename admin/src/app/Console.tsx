import { Refine } from '@refinedev/core'
import routerProvider from '@refinedev/react-router'
import { useEffect, useState } from 'react'
import { Outlet } from 'react-router'
import { newQueryClient } from '../api/query-client'
import { authProvider } from '../auth/auth-provider'
import { BootSkeleton } from '../BootSkeleton'
import { strapiProvider } from '../data/strapi-provider'
import { MY_ADDRESS } from '../resident/address'
import { currentToken } from '../session/session'
import { keepRole } from '../session/role'
import { LiveUpdates } from '../live/LiveUpdates'
import { BootFailure } from './ErrorPages'
import { MeContext } from './me'
import { Shell } from './Shell'
import { useKept } from './useKept'
import { useMeQuery } from './useMeQuery'

const dataProvider = strapiProvider()

/** Refine around the shell. */
export function Console() {
  const [client] = useState(newQueryClient)
  return (
    <Refine
      dataProvider={dataProvider}
      authProvider={authProvider}
      routerProvider={routerProvider}
      options={{ disableTelemetry: true, reactQuery: { clientConfig: client } }}
    >
      <LiveUpdates />
      <Identified />
    </Refine>
  )
}

/** Draws the shell once it is known who is there. */
function Identified() {
  const me = useMeQuery()
  useKept(me.data)
  if (me.data?.role === 'resident') return <ToResidentPages />
  if (me.data !== undefined) {
    return (
      <MeContext.Provider value={me.data}>
        <Shell>
          <Outlet />
        </Shell>
      </MeContext.Provider>
    )
  }
  return me.isError ? <BootFailure error={me.error} onRetry={() => void me.refetch()} /> : <BootSkeleton />
}

/** An account that became a resident's since this device last asked: its pages are elsewhere. */
function ToResidentPages() {
  useEffect(() => {
    const jwt = currentToken()
    if (jwt !== null) keepRole(jwt, 'resident')
    location.replace(MY_ADDRESS.menu)
  }, [])
  return <BootSkeleton />
}
