import type { DispatchSettingsView } from '@practice/dispatch/contracts'
import { Card, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { useIsDark } from '../../theme/mode'
import { factorColour } from '../desk/factor-colours'
import { exampleScores } from './example'
import type { ExampleScore } from './example'

/** What the weights mean: three teams for one order, in the order in which they would be suggested. */
export function WeightExample({ settings }: { settings: DispatchSettingsView }) {
  const { t } = useTranslation('settings')
  const scores = exampleScores(settings)
  const best = Math.max(...scores.map(({ score }) => score), 1)
  return (
    <Card size="small" title={t('example.weights')}>
      <p className="settings-meaning">{t('example.order')}</p>
      <ol className="settings-teams">
        {scores.map((score, index) => (
          <TeamBar key={score.team} score={score} best={best} isFirst={index === 0} />
        ))}
      </ol>
    </Card>
  )
}

function TeamBar({
  score: { team, score, factors },
  best,
  isFirst,
}: {
  score: ExampleScore
  best: number
  isFirst: boolean
}) {
  const { t } = useTranslation('settings')
  const isDark = useIsDark()
  return (
    <li>
      <div className="settings-team">
        <span style={{ fontWeight: isFirst ? 600 : 400 }}>{t(`example.team.${team}`)}</span>
        <span className="num">{t('example.score', { score: score.toFixed(1) })}</span>
      </div>
      <div className="settings-bar" aria-hidden="true">
        {factors
          .filter(({ points }) => points > 0)
          .map((factor) => (
            <Tooltip
              key={factor.name}
              title={t('example.factor', {
                name: t(`field.weights.${factor.name}.name`),
                points: factor.points.toFixed(1),
                because: factor.because,
              })}
            >
              <span
                style={{
                  width: `${(factor.points / best) * 100}%`,
                  background: factorColour(factor.name, isDark),
                }}
              />
            </Tooltip>
          ))}
      </div>
      <div className="settings-meaning">{t(`example.about.${team}`)}</div>
    </li>
  )
}
