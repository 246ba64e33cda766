import { Flex, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PlanLine } from './plan-lines'

interface PlanTotalsProps {
  lines: readonly PlanLine[]
  unassigned: number
  /** The score of the whole proposal. */
  total: number
}

/** What the plan comes to: how many go out, how many stay open, its score, and what was changed by hand. */
export function PlanTotals({ lines, unassigned, total }: PlanTotalsProps) {
  const { t } = useTranslation('plan')
  const changed = lines.filter(({ team, proposed }) => team.code !== proposed.code).length
  const figures = [
    { key: 'lines', count: lines.length },
    { key: 'unassigned', count: unassigned },
    { key: 'total', count: Math.round(total) },
    { key: 'changed', count: changed },
  ]
  return (
    <Flex wrap gap={24}>
      {figures.map(({ key, count }) => (
        <div key={key}>
          <Typography.Text type="secondary">{t(`total.${key}`)}</Typography.Text>
          <div className="num" style={{ fontSize: 20, lineHeight: '28px', fontWeight: 600 }}>
            {count}
          </div>
        </div>
      ))}
    </Flex>
  )
}
