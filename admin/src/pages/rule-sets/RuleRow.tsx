import { DeleteOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber, Select, Switch } from 'antd'
import { memo } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EVIDENCE_KINDS, RULE_KINDS } from './choices'
import type { RuleDraft, RuleProblem } from './rule-set-draft'

interface RuleRowProps {
  rule: RuleDraft
  problems: readonly RuleProblem[]
  onChange: (key: string, part: Partial<RuleDraft>) => void
  onRemove: (key: string) => void
}

const POINTS_MAX = 100_000
const CAP_MAX = 1_000_000
const CODE_LENGTH_MAX = 20
const NAME_LENGTH_MAX = 60
const SOURCE_LENGTH_MAX = 100

/** One rule as fields. A table of them is long, so that each is drawn again only when it changed itself. */
export const RuleRow = memo(function RuleRow({ rule, problems, onChange, onRemove }: RuleRowProps) {
  const { t } = useTranslation(['rule-sets', 'scoring'])
  const { key, isRemoved } = rule
  const change = (part: Partial<RuleDraft>) => onChange(key, part)
  const has = (...kinds: RuleProblem[]) => kinds.some((kind) => problems.includes(kind))
  const named = (field: string) => ({ 'aria-label': t('fieldOf', { field: t(`field.${field}`), rule: rule.code }) })
  const status = (isWrong: boolean) => (isWrong ? ('error' as const) : ('' as const))
  if (isRemoved) return <RemovedRow rule={rule} onRestore={() => change({ isRemoved: false })} />

  return (
    <div className="rules-row">
      <Cell name="code">
        {rule.isNew ? (
          <Input
            {...named('code')}
            value={rule.code}
            maxLength={CODE_LENGTH_MAX}
            status={status(has('code', 'codeTwice'))}
            onChange={(event) => change({ code: event.target.value })}
          />
        ) : (
          <span className="num rules-quiet">{rule.code}</span>
        )}
      </Cell>
      <Cell name="name">
        <Input
          {...named('name')}
          value={rule.name}
          maxLength={NAME_LENGTH_MAX}
          status={status(has('name'))}
          onChange={(event) => change({ name: event.target.value })}
        />
      </Cell>
      <Cell name="points">
        <InputNumber
          {...named('points')}
          className="num"
          inputMode="numeric"
          min={1}
          max={POINTS_MAX}
          precision={0}
          value={rule.points}
          status={status(has('points'))}
          onChange={(points) => change({ points })}
        />
      </Cell>
      <Cell name="capPerMonth">
        <InputNumber
          {...named('capPerMonth')}
          className="num"
          inputMode="numeric"
          min={1}
          max={CAP_MAX}
          precision={0}
          placeholder={t('noCap')}
          value={rule.capPerMonth}
          onChange={(capPerMonth) => change({ capPerMonth })}
        />
      </Cell>
      <Cell name="evidence">
        <Select
          {...named('evidence')}
          value={rule.evidence}
          popupMatchSelectWidth={false}
          options={EVIDENCE_KINDS.map((value) => ({ value, label: t(`scoring:evidenceKind.${value}`) }))}
          onChange={(evidence) => change({ evidence })}
        />
      </Cell>
      <Cell name="kind">
        <Select
          {...named('kind')}
          value={rule.kind}
          options={RULE_KINDS.map((value) => ({ value, label: t(`scoring:kind.${value}`) }))}
          onChange={(kind) => change({ kind })}
        />
      </Cell>
      <Cell name="active">
        <Switch {...named('active')} checked={rule.active} onChange={(active) => change({ active })} />
      </Cell>
      <Cell name="source">
        <Input
          {...named('source')}
          value={rule.source}
          maxLength={SOURCE_LENGTH_MAX}
          onChange={(event) => change({ source: event.target.value })}
        />
      </Cell>
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={t('remove', { rule: rule.code })}
        title={t('remove', { rule: rule.code })}
        onClick={() => onRemove(key)}
      />
      {problems.length > 0 && (
        <span className="rules-problem" role="alert">
          {problems.map((problem) => t(`problem.${problem}`)).join(' ')}
        </span>
      )}
    </div>
  )
})

/** A field with its name, which is seen on a phone only: elsewhere it stands at the head of the column. */
function Cell({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTranslation('rule-sets')
  return (
    <div className="rules-cell" data-field={name}>
      <span className="rules-cell-name" aria-hidden="true">
        {t(`field.${name}`)}
      </span>
      {children}
    </div>
  )
}

function RemovedRow({ rule, onRestore }: { rule: RuleDraft; onRestore: () => void }) {
  const { t } = useTranslation('rule-sets')
  return (
    <div className="rules-removed">
      <del>
        {rule.code} {rule.name}
      </del>
      <Button type="link" icon={<UndoOutlined />} onClick={onRestore}>
        {t('restoreRule')}
      </Button>
    </div>
  )
}
