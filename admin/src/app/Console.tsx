import { Refine } from '@refinedev/core'
import routerProvider from '@refinedev/react-router'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Outlet } from 'react-router'
import { loadMe } from '../api/access'
import { newQueryClient } from '../api/query-client'
import { authProvider } from '../auth/auth-provider'
import { BootSkeleton } from '../BootSkeleton'
import { strapiProvider } from '../data/strapi-provider'
import { LiveUpdates } from '../live/LiveUpdates'
import { BootFailure } from './ErrorPages'
import { MeContext } from './me'
import { Shell } from './Shell'

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
  const me = useQuery({ queryKey: ['access', 'me'], queryFn: loadMe, staleTime: 60_000 })
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
