import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink, useLocation } from 'react-router'
import { BrandMark } from '../components/BrandMark'
import { useIsPhone } from '../components/useIsPhone'
import { LiveSign } from '../live/LiveSign'
import { NotificationBell } from '../notifications/NotificationBell'
import { menuOf } from '../pages/menus'
import { WaitingRecords } from '../scoring/outbox/WaitingRecords'
import { ShellKeys } from '../shortcuts/ShellKeys'
import { AccountMenu } from './AccountMenu'
import { PhoneBar, PhoneMore } from './PhoneBar'
import { useMe } from './me'
import { useFocusKept } from './useFocusKept'

/** What stands around every page: the menu by role (at the bottom on a phone), the site, and who is there. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common')
  const isPhone = useIsPhone()
  const { pathname } = useLocation()
  const section = pathname.split('/')[1]
  useFocusKept()
  useEffect(() => {
    window.scrollTo(0, 0)
  }, [section])

  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {t('shell.skip')}
      </a>
      {!isPhone && <SideMenu />}
      <div className="shell-column">
        <Header />
        <WaitingRecords />
        <main id="main" tabIndex={-1} className="shell-main">
          {children}
        </main>
      </div>
      {isPhone && <PhoneBar />}
    </div>
  )
}

function SideMenu() {
  const { t } = useTranslation('common')
  const me = useMe()
  return (
    <aside className="shell-side">
      <div className="shell-brand">
        <BrandMark size={28} />
        <span>{t('productName')}</span>
      </div>
      <nav aria-label={t('shell.menu')}>
        {menuOf(me).map(({ page, label, to }) => (
          <NavLink key={page.name} to={to} end={to === '/'} className="shell-link">
            <page.icon />
            <span>{t(label)}</span>
          </NavLink>
        ))}
      </nav>
    </aside>
  )
}

function Header() {
  const { t } = useTranslation('common')
  const me = useMe()
  const isPhone = useIsPhone()
  return (
    <header className="shell-header">
      {isPhone && <BrandMark size={28} />}
      <div className="shell-site">
        <span className="shell-site-name">{me.team?.name ?? me.site?.name ?? t('productName')}</span>
        {me.site !== null && me.team === null && <span className="shell-tier">{t(`tier.${me.site.tier}`)}</span>}
      </div>
      <LiveSign />
      <ShellKeys />
      {isPhone && <PhoneMore />}
      <NotificationBell />
      <AccountMenu />
    </header>
  )
}
