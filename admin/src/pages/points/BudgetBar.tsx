import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons'
import type { PointsSummary } from '@practice/scoring/contracts'
import { Card, Flex, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { ToneTag } from '../../components/StateTag'
import type { StateTone } from '../../theme/tokens'
import { useTones } from '../../theme/useTones'
import { budgetUseOf } from './figures'
import type { BudgetUse } from './figures'

const TONES = { far: 'done', near: 'waiting', reached: 'overdue' } as const satisfies Record<
  BudgetUse['limit'],
  StateTone
>

/** How much of the points that cards may hold is used. Without a budget it says so. */
export function BudgetBar({ summary: { budget } }: { summary: PointsSummary }) {
  const { t } = useTranslation('points')
  const tones = useTones()
  const use = budgetUseOf(budget)
  if (budget === null || use === null) {
    return <Typography.Text type="secondary">{t('budget.none')}</Typography.Text>
  }
  const tone = TONES[use.limit]
  return (
    <Card size="small">
      <Flex wrap justify="space-between" gap="4px 16px" align="center">
        <strong>{t('budget.title', { site: budget.site.name })}</strong>
        <ToneTag tone={tone} sign={use.limit === 'far' ? <CheckCircleOutlined /> : <WarningOutlined />}>
          {t(`budget.${use.limit}`)}
        </ToneTag>
      </Flex>
      <div className="points-track" aria-hidden="true">
        <span style={{ width: `${use.percent}%`, background: tones[tone].solid }} />
      </div>
      <span className="num">
        {t('budget.figures', {
          used: use.used.toLocaleString(),
          points: use.points.toLocaleString(),
          left: use.left.toLocaleString(),
          percent: use.percent,
        })}
      </span>
    </Card>
  )
}
