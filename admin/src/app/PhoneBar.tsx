import { MenuOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { menuOf } from '../pages/menus'
import type { MenuEntry } from '../pages/menus'
import { useMe } from './me'

const MOST_ENTRIES = 4

/** The menu at the bottom of a phone: the first four entries. */
export function PhoneBar() {
  const { t } = useTranslation('common')
  const entries = menuOf(useMe())
  if (entries.length < 2) return null
  return (
    <nav className="phone-bar" aria-label={t('shell.menu')}>
      {entries.slice(0, MOST_ENTRIES).map((entry) => (
        <PhoneLink key={entry.page.name} entry={entry} />
      ))}
    </nav>
  )
}

/** The entries that have no room at the bottom, behind a button in the head of the page. */
export function PhoneMore() {
  const { t } = useTranslation('common')
  const [isOpen, setIsOpen] = useState(false)
  const rest = menuOf(useMe()).slice(MOST_ENTRIES)
  if (rest.length === 0) return null
  return (
    <>
      <Button
        type="text"
        icon={<MenuOutlined />}
        aria-label={t('shell.more')}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      />
      <Drawer placement="bottom" height="auto" title={t('shell.more')} open={isOpen} onClose={() => setIsOpen(false)}>
        <nav aria-label={t('shell.more')}>
          {rest.map((entry) => (
            <PhoneLink key={entry.page.name} entry={entry} onFollow={() => setIsOpen(false)} isRow />
          ))}
        </nav>
      </Drawer>
    </>
  )
}

interface PhoneLinkProps {
  entry: MenuEntry
  onFollow?: () => void
  isRow?: boolean
}

function PhoneLink({ entry: { page, label, to }, onFollow, isRow = false }: PhoneLinkProps) {
  const { t } = useTranslation('common')
  return (
    <NavLink to={to} end={to === '/'} className={isRow ? 'shell-link' : 'phone-link'} onClick={() => onFollow?.()}>
      <page.icon />
      <span>{t(label)}</span>
    </NavLink>
  )
}
