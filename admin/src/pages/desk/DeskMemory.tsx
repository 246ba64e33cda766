import { RollbackOutlined, TeamOutlined } from '@ant-design/icons'
import type { OrderDetail } from '@practice/dispatch/contracts'
import { Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { useTones } from '../../theme/useTones'

/** What the desk remembers about an order before it sends somebody: who declined it and why, and who was invited. */
export function DeskMemory({ order: { declinedBy, pool, state } }: { order: OrderDetail }) {
  const { t } = useTranslation(['desk', 'common'])
  const tones = useTones()
  const invited = state === 'pooled' ? pool : []
  if (declinedBy.length === 0 && invited.length === 0) return null
  return (
    <Flex vertical gap={4} style={{ color: tones.waiting.text }}>
      {declinedBy.map(({ team, reason }, index) => (
        <span key={`${team.code}:${index}`}>
          <RollbackOutlined /> {t('declined', { team: team.name, reason })}
        </span>
      ))}
      {invited.length > 0 && (
        <span>
          <TeamOutlined />{' '}
          {t('invited', {
            count: invited.length,
            teams: invited.map(({ name }) => name).join(t('common:form.listSeparator')),
          })}
        </span>
      )}
    </Flex>
  )
}
