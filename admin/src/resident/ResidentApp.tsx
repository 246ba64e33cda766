import { Suspense, lazy, useEffect } from 'react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { loadMe } from '../api/access'
import { i18n } from '../i18n'
import { keepApp } from '../pwa/kept-app'
import { currentToken } from '../session/session'
import { placeIn, MY_ADDRESS } from './address'
import type { MyPlace } from './address'
import { useLoad } from './data/useLoad'
import { ResidentContext } from './me'
import type { Resident } from './me'
import { Link, usePath } from './navigation'
import { OutboxContext, useOutbox, useRunningOutbox } from './outbox/useOutbox'
import { Failure, Skeleton } from './parts/Loadable'
import { Page } from './parts/Page'
import { Header } from './parts/PlainShell'
import { CardSign, MenuSign, NewsSign, NoticeSign, OrdersSign, PersonSign } from './parts/signs'
import { CardPage } from './pages/CardPage'
import { ItemPage } from './pages/ItemPage'
import { CategoryPage, MenuPage } from './pages/MenuPage'
import { OrderPage } from './pages/OrderPage'
import { OrdersPage } from './pages/OrdersPage'
import { SettingsPage } from './pages/SettingsPage'
import { followTextSize } from './text-size'
import { useIsOnline } from './useIsOnline'
import './styles/index.css'

const NoticePage = lazy(async () => {
  const [module] = await Promise.all([import('./pages/NoticePage'), i18n.loadNamespaces('notice')])
  return module
})
const NewsListPage = lazy(async () => ({ default: (await import('./pages/NewsPages')).NewsListPage }))
const ArticlePage = lazy(async () => ({ default: (await import('./pages/NewsPages')).ArticlePage }))

/** The pages of a resident who is signed in: plain HTML and its own few rules of CSS, for old phones on a weak line. */
export default function ResidentApp() {
  useEffect(followTextSize, [])
  useEffect(() => keepApp('resident'), [])
  // Named by the session: of whoever was here before, nothing is shown to the next.
  const me = useLoad(`me/${currentToken()?.slice(-16) ?? ''}`, () => loadMe())
  if (me.data === undefined || me.data.site === null) {
    return (
      <div className="my">
        <main className="my-main">
          {me.error === null ? <Skeleton lines={6} /> : <Failure error={me.error} onAgain={me.reload} />}
        </main>
      </div>
    )
  }
  const { username, displayName, site } = me.data
  return <SignedIn resident={{ username, displayName, site: { code: site.code, name: site.name } }} />
}

function SignedIn({ resident }: { resident: Resident }) {
  const outbox = useRunningOutbox(resident.username)
  if (outbox === null) return null
  return (
    <ResidentContext.Provider value={resident}>
      <OutboxContext.Provider value={outbox}>
        <Shell />
      </OutboxContext.Provider>
    </ResidentContext.Provider>
  )
}

const BAR = [
  { name: 'menu', Sign: MenuSign },
  { name: 'orders', Sign: OrdersSign },
  { name: 'card', Sign: CardSign },
  { name: 'notice', Sign: NoticeSign },
  { name: 'news', Sign: NewsSign },
] as const satisfies readonly { name: keyof typeof MY_ADDRESS; Sign: ComponentType }[]

/** Which entry of the bar a page belongs to. */
const ENTRY: Readonly<Record<MyPlace['page'], keyof typeof MY_ADDRESS | null>> = {
  menu: 'menu',
  category: 'menu',
  item: 'menu',
  orders: 'orders',
  order: 'orders',
  card: 'card',
  notice: 'notice',
  news: 'news',
  article: 'news',
  settings: 'settings',
  unknown: null,
}

function Shell() {
  const { t } = useTranslation('resident')
  const path = usePath()
  const place = placeIn(path)
  const { waiting } = useOutbox()
  const isOnline = useIsOnline()
  const here = ENTRY[place.page]
  return (
    <div className="my my-signed-in">
      <a className="my-skip" href="#my-main">
        {t('skip')}
      </a>
      <Header title={t('brand')}>
        <Link to={MY_ADDRESS.settings} className="my-plain" aria-current={here === 'settings' ? 'page' : undefined}>
          <PersonSign />
          {t('bar.settings')}
        </Link>
      </Header>
      {!isOnline && (
        <p className="my-offline" role="status">
          {t('offline')}
        </p>
      )}
      <nav className="my-bar" aria-label={t('bar.label')}>
        {BAR.map(({ name, Sign }) => (
          <Link
            key={name}
            to={MY_ADDRESS[name]}
            className={`my-bar-${name}`}
            aria-current={here === name ? 'page' : undefined}
          >
            <Sign />
            {t(`bar.${name}`)}
            {name === 'orders' && waiting.length > 0 && (
              <span className="my-count num">{t('bar.waiting', { count: waiting.length })}</span>
            )}
          </Link>
        ))}
      </nav>
      <Suspense fallback={<Outline />}>
        <PageAt key={path} place={place} />
      </Suspense>
    </div>
  )
}

function Outline() {
  return (
    <main className="my-main">
      <Skeleton lines={6} />
    </main>
  )
}

function PageAt({ place }: { place: MyPlace }) {
  switch (place.page) {
    case 'menu':
      return <MenuPage />
    case 'category':
      return <CategoryPage code={place.code} />
    case 'item':
      return <ItemPage code={place.code} />
    case 'orders':
      return <OrdersPage />
    case 'order':
      return <OrderPage documentId={place.documentId} />
    case 'card':
      return <CardPage />
    case 'notice':
      return <NoticePage />
    case 'news':
      return <NewsListPage />
    case 'article':
      return <ArticlePage documentId={place.documentId} />
    case 'settings':
      return <SettingsPage />
    case 'unknown':
      return <UnknownPage />
  }
}

function UnknownPage() {
  const { t } = useTranslation('resident')
  return (
    <Page title={t('unknown.title')}>
      <p>
        <Link className="my-button" to={MY_ADDRESS.menu}>
          {t('menu.back')}
        </Link>
      </p>
    </Page>
  )
}
