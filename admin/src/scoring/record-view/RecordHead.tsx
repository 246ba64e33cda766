import type { ScoreRecord } from '@practice/scoring/contracts'
import { Flex, Typography } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Points } from './Points'
import { RecordStateTag } from './RecordStateTag'

interface RecordHeadProps {
  record: ScoreRecord
  actions?: ReactNode
}

/** Whom a record is about, what for, how many points, and how it stands. */
export function RecordHead({ record, actions }: RecordHeadProps) {
  const { t } = useTranslation('scoring')
  return (
    <Flex justify="space-between" align="start" gap={12}>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Typography.Title level={2} style={{ margin: 0, fontSize: 18, lineHeight: '28px' }}>
          {record.card.holder} <Typography.Text type="secondary">{record.rule.name}</Typography.Text>
        </Typography.Title>
        <Flex wrap gap="4px 8px" align="center" style={{ marginTop: 4 }}>
          <RecordStateTag state={record.state} />
          <span>{t(`theme.${record.theme}`)}</span>
          <Typography.Text type="secondary" className="num">
            {record.card.number}
          </Typography.Text>
          <Typography.Text type="secondary" className="num">
            {record.number}
          </Typography.Text>
        </Flex>
      </div>
      <Flex gap={12} align="center">
        <Points points={record.points} isLarge />
        {actions}
      </Flex>
    </Flex>
  )
}
