import { createBrowserRouter } from 'react-router'
import type { RouteObject } from 'react-router'
import { PAGES } from '../pages/registry'
import { Console } from './Console'
import { CrashPage, NotFoundPage } from './ErrorPages'
import { PageGate, lazyPage } from './PageGate'

/**
 * The console's routes, made when somebody has signed in and the address is the one that was wanted. A crash inside of a
 * page leaves the shell standing.
 */
export function consoleRouter() {
  const pages = PAGES.map((page): RouteObject => {
    const Page = lazyPage(page)
    return {
      path: page.path,
      element: (
        <PageGate page={page}>
          <Page />
        </PageGate>
      ),
      errorElement: <CrashPage />,
    }
  })
  return createBrowserRouter([
    {
      element: <Console />,
      errorElement: <CrashPage />,
      children: [...pages, { path: '*', element: <NotFoundPage /> }],
    },
  ])
}
