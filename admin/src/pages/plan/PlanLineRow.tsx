import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons'
import type { RefView } from '@practice/dispatch/contracts'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Select, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ApiError } from '../../api/error'
import { ToneTag } from '../../components/StateTag'
import { useRefusalText } from '../../components/useRefusalText'
import { suggestionsQuery } from '../../orders/queries'
import type { PlanLine } from './plan-lines'

interface PlanLineRowProps {
  line: PlanLine
  isBusy: boolean
  onTeam: (team: RefView) => void
  onIncluded: (isIncluded: boolean) => void
}

/** One order of the plan with its team, which can be changed, and what became of it. */
export function PlanLineRow({ line, isBusy, onTeam, onIncluded }: PlanLineRowProps) {
  const { t } = useTranslation(['plan', 'common'])
  const { order, isIncluded, result, score, taken } = line
  const isDone = result?.ok === true || taken !== null
  return (
    <li className="plan-line">
      <Checkbox
        checked={isIncluded && taken === null}
        disabled={isBusy || isDone}
        aria-label={t('include', { number: order.number })}
        onChange={(event) => onIncluded(event.target.checked)}
      />
      <div className="plan-order">
        <Link to={`/desk/${order.documentId}`}>{order.serviceItem.name}</Link>
        <Typography.Text type="secondary">
          {order.site.name} · <span className="num">{order.number}</span>
        </Typography.Text>
      </div>
      <TeamChooser line={line} isDisabled={isBusy || isDone || !isIncluded} onChange={onTeam} />
      <span className="plan-score num">
        {score === null ? t('changedByHand') : t('score', { score: Math.round(score) })}
      </span>
      <span className="plan-result">
        {result !== null && <LineResult code={result.ok ? null : (result.code ?? '')} />}
        {taken !== null && <span role="status">{t('taken', { state: t(`common:state.${taken}`) })}</span>}
      </span>
    </li>
  )
}

function LineResult({ code }: { code: string | null }) {
  const { t } = useTranslation('plan')
  const textOf = useRefusalText('plan')
  return code === null ? (
    <ToneTag tone="done" sign={<CheckCircleOutlined />}>
      {t('applied')}
    </ToneTag>
  ) : (
    <span role="alert">
      <WarningOutlined /> {textOf(new ApiError(422, code))}
    </span>
  )
}

interface TeamChooserProps {
  line: PlanLine
  isDisabled: boolean
  onChange: (team: RefView) => void
}

/** The teams that could take the order, best first; fetched when it is opened. */
function TeamChooser({ line: { order, team, proposed }, isDisabled, onChange }: TeamChooserProps) {
  const { t } = useTranslation('plan')
  const [isOpen, setIsOpen] = useState(false)
  const suggestions = useQuery({ ...suggestionsQuery(order.documentId, order.version), enabled: isOpen })
  const eligible = (suggestions.data ?? []).filter((suggestion) => suggestion.eligible)
  const known = new Map<string, RefView>(
    [team, proposed, ...eligible.map((one) => one.team)].map((one) => [one.code, one]),
  )
  const scores = new Map(eligible.map((one) => [one.team.code, one.score]))
  return (
    <Select
      showSearch
      optionFilterProp="label"
      className="plan-team"
      popupMatchSelectWidth={320}
      aria-label={t('team', { number: order.number })}
      disabled={isDisabled}
      loading={isOpen && suggestions.isFetching}
      value={team.code}
      onOpenChange={setIsOpen}
      onChange={(code: string) => {
        const chosen = known.get(code)
        if (chosen !== undefined) onChange(chosen)
      }}
      options={[...known.values()].map(({ code, name }) => {
        const score = scores.get(code)
        return { value: code, label: score === undefined ? name : t('option', { name, score: Math.round(score) }) }
      })}
      labelRender={() => team.name}
    />
  )
}
