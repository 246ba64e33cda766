import { InfoCircleOutlined } from '@ant-design/icons'
import type { Factor, Suggestion } from '@practice/dispatch/contracts'
import { Button, Flex, Tooltip, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsDark } from '../../theme/mode'
import { factorColour } from './factor-colours'

interface SuggestionRowProps {
  suggestion: Extract<Suggestion, { eligible: true }>
  bestScore: number
  isFirst: boolean
  isBusy: boolean
  onSend: () => void
}

/** One team: its score as a bar made of its factors, each explained on hover, all of them on a tap. */
export function SuggestionRow({ suggestion, bestScore, isFirst, isBusy, onSend }: SuggestionRowProps) {
  const { t } = useTranslation('desk')
  const [isOpen, setIsOpen] = useState(false)
  const { team, score, factors } = suggestion
  return (
    <li>
      <Flex gap={12} align="center">
        <div style={{ flex: 1, minWidth: 0 }}>
          <Flex justify="space-between" align="baseline" gap={8}>
            <span style={{ fontWeight: isFirst ? 600 : 400 }}>{team.name}</span>
            <Button
              type="text"
              size="small"
              aria-expanded={isOpen}
              aria-label={t('suggestions.why', { team: team.name, score: Math.round(score) })}
              icon={<InfoCircleOutlined />}
              iconPosition="end"
              onClick={() => setIsOpen(!isOpen)}
            >
              <span className="num">{t('suggestions.score', { score: Math.round(score) })}</span>
            </Button>
          </Flex>
          <FactorBar factors={factors} bestScore={bestScore} />
        </div>
        <Button type={isFirst ? 'primary' : 'default'} loading={isFirst && isBusy} disabled={isBusy} onClick={onSend}>
          {t('suggestions.send')}
        </Button>
      </Flex>
      {isOpen && <FactorList factors={factors} />}
    </li>
  )
}

interface FactorsProps {
  factors: readonly Factor[]
}

function FactorBar({ factors, bestScore }: FactorsProps & { bestScore: number }) {
  const { t } = useTranslation('desk')
  const isDark = useIsDark()
  const counting = factors.filter(({ points }) => points > 0)
  return (
    <div className="desk-bar" aria-hidden="true">
      {counting.map((factor) => (
        <Tooltip key={factor.name} title={t('suggestions.factor', pointsOf(factor, t(`factor.${factor.name}`)))}>
          <span
            style={{
              width: `${(factor.points / Math.max(bestScore, 1)) * 100}%`,
              background: factorColour(factor.name, isDark),
            }}
          />
        </Tooltip>
      ))}
    </div>
  )
}

/** 技能 +30 · 会修水管; the same for every factor, for those who tap and for those who cannot see the bar. */
function FactorList({ factors }: FactorsProps) {
  const { t } = useTranslation('desk')
  const isDark = useIsDark()
  return (
    <ul className="desk-factors">
      {factors.map((factor) => (
        <li key={factor.name}>
          <span className="desk-dot" style={{ background: factorColour(factor.name, isDark) }} />
          <span className="desk-factor-name">{t(`factor.${factor.name}`)}</span>
          <span className="num desk-factor-points">{signed(factor.points)}</span>
          <Typography.Text type="secondary">{factor.because}</Typography.Text>
        </li>
      ))}
    </ul>
  )
}

function pointsOf(factor: Factor, name: string) {
  return { name, points: signed(factor.points), because: factor.because }
}

function signed(points: number): string {
  const rounded = Math.round(points * 10) / 10
  return rounded >= 0 ? `+${rounded}` : String(rounded)
}
