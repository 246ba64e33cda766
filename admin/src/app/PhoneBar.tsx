import { EllipsisOutlined } from '@ant-design/icons'
import { Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { menuOf } from '../pages/menus'
import type { MenuEntry } from '../pages/menus'
import { useMe } from './me'

const MOST_ENTRIES = 4

/** The menu at the bottom of a phone: four entries, the last of which opens the rest when there are more. */
export function PhoneBar() {
  const { t } = useTranslation('common')
  const [isOpen, setIsOpen] = useState(false)
  const entries = menuOf(useMe())
  if (entries.length < 2) return null
  const shown = entries.length > MOST_ENTRIES ? entries.slice(0, MOST_ENTRIES - 1) : entries
  const rest = entries.slice(shown.length)

  return (
    <nav className="phone-bar" aria-label={t('shell.menu')}>
      {shown.map((entry) => (
        <PhoneLink key={entry.page.name} entry={entry} />
      ))}
      {rest.length > 0 && (
        <button type="button" className="phone-link" aria-expanded={isOpen} onClick={() => setIsOpen(true)}>
          <EllipsisOutlined />
          <span>{t('shell.more')}</span>
        </button>
      )}
      <Drawer placement="bottom" height="auto" title={t('shell.more')} open={isOpen} onClose={() => setIsOpen(false)}>
        {rest.map((entry) => (
          <PhoneLink key={entry.page.name} entry={entry} onFollow={() => setIsOpen(false)} isRow />
        ))}
      </Drawer>
    </nav>
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
