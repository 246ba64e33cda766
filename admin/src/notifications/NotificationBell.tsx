import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { unreadQuery } from './queries'

const COUNT_MOST = 99

/** How many notifications wait, in the head of every page; leads to them. */
export function NotificationBell() {
  const { t } = useTranslation('common')
  const count = useQuery(unreadQuery()).data?.unread ?? 0
  return (
    <NavLink to="/notifications" className="bell" aria-label={t('bell.label', { count })} title={t('bell.title')}>
      <BellOutlined aria-hidden />
      {count > 0 && (
        <span className="bell-count num" aria-hidden>
          {count > COUNT_MOST ? t('bell.many', { most: COUNT_MOST }) : count}
        </span>
      )}
    </NavLink>
  )
}
