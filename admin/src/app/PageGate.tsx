import { Suspense, lazy, useEffect } from 'react'
import type { ComponentType, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageSkeleton } from '../components/PageSkeleton'
import { i18n } from '../i18n'
import { menuOf } from '../pages/menus'
import type { PageRoute } from '../pages/page-route'
import { NotYoursPage } from './ErrorPages'
import { useMe } from './me'

/** A page's component, which fetches code and texts together when it is first drawn. */
export function lazyPage(page: PageRoute): ComponentType {
  return lazy(async () => {
    const [module] = await Promise.all([page.load(), i18n.loadNamespaces([...page.namespaces])])
    return module
  })
}

interface PageGateProps {
  page: PageRoute
  children: ReactNode
}

/** Draws a page for those it is for, with a skeleton until it has come, and names the document after it. */
export function PageGate({ page, children }: PageGateProps) {
  const { t } = useTranslation('common')
  const me = useMe()
  const label = menuOf(me).find((entry) => entry.page.name === page.name)?.label ?? `menu.${page.name}`
  const title = t('documentTitle', { page: t(label) })
  useEffect(() => {
    document.title = title
  }, [title])

  return page.isFor(me) ? <Suspense fallback={<PageSkeleton />}>{children}</Suspense> : <NotYoursPage />
}
