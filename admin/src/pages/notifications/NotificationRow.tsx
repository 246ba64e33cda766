import {
  AuditOutlined,
  BellOutlined,
  ClockCircleOutlined,
  FileTextOutlined,
  FlagOutlined,
  InboxOutlined,
  MessageOutlined,
} from '@ant-design/icons'
import type { Notification, NotificationKind } from '@practice/access/contracts'
import { useQueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../../app/me'
import { When } from '../../components/When'
import { addressOfNotification } from '../../notifications/address'
import { readNotifications } from '../../notifications/queries'

const SIGNS: Readonly<Partial<Record<NotificationKind, ComponentType>>> = {
  order_placed: InboxOutlined,
  order_declined: InboxOutlined,
  order_dispatched: InboxOutlined,
  order_pooled: InboxOutlined,
  order_overdue: ClockCircleOutlined,
  order_escalated: ClockCircleOutlined,
  record_waiting: AuditOutlined,
  record_rejected: AuditOutlined,
  objection_filed: MessageOutlined,
  flag_raised: FlagOutlined,
  article_submitted: FileTextOutlined,
  article_returned: FileTextOutlined,
  article_approved: FileTextOutlined,
  article_published: FileTextOutlined,
}

/** One thing that one was told of: what, where, by whom and why. Opening it reads it. */
export function NotificationRow({ notification }: { notification: Notification }) {
  const { t } = useTranslation(['notifications', 'common'])
  const { role } = useMe()
  const client = useQueryClient()
  const { documentId, kind, at, read, title, number, place, by, note, count } = notification
  const Sign = SIGNS[kind] ?? BellOutlined
  const facts = [place, by].filter((part) => part !== null).join(t('common:separator'))
  return (
    <li>
      <Link
        to={addressOfNotification(notification, role)}
        className="told-row"
        data-read={read}
        onClick={() => {
          // Its failure is no reason to keep somebody from the row; it stays unread.
          if (!read) void readNotifications(client, { documentIds: [documentId] }).catch(() => undefined)
        }}
      >
        <span className="told-sign" aria-hidden>
          <Sign />
        </span>
        <span className="told-text">
          <span className="told-head">
            <span className="told-kind">{t(`kind.${kind}`)}</span>
            <span className="told-when">
              <When at={at} withTime />
            </span>
          </span>
          <span>
            {count === null ? title : t('counted', { title, count })}{' '}
            {number !== null && <span className="told-quiet num">{number}</span>}
          </span>
          {facts !== '' && <span className="told-quiet">{facts}</span>}
          {note !== null && <span className="told-quiet">{t('note', { note })}</span>}
        </span>
        {!read && <span className="visually-hidden">{t('unread')}</span>}
      </Link>
    </li>
  )
}
