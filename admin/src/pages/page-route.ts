import type { MeView } from '@practice/access/contracts'
import type { ComponentType } from 'react'

/** What the shell knows about a page before the page's code is fetched. */
export interface PageRoute {
  /** Names the folder, the namespace of its texts and, unless the menu says otherwise, its label `common:menu.<name>`. */
  name: string
  /** A react-router pattern without the leading slash, `desk/:documentId?`; the menu leads to its fixed beginning. */
  path: string
  /** Drawn in the menu. One icon from `@ant-design/icons`. */
  icon: ComponentType
  /** Namespaces of texts that are fetched together with the page, beside `common`. */
  namespaces: readonly string[]
  /** Whether the page is for this person. The server decides what it shows; this only avoids a page of refusals. */
  isFor: (me: MeView) => boolean
  /** Fetches the page's code. Its default export is the component. */
  load: () => Promise<{ default: ComponentType }>
}

/** Where the menu leads: the beginning of the path, up to its first parameter. */
export function addressOf(page: PageRoute): string {
  const fixed = page.path.split('/').filter((step) => !step.startsWith(':') && step !== '*')
  return `/${fixed.join('/')}`
}
