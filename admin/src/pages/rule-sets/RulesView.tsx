import type { PointRuleView, Theme } from '@practice/scoring/contracts'
import { Flex, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DataTable } from '../../components/DataTable'
import type { Column } from '../../components/DataTable'
import { Points } from '../../scoring/record-view/Points'
import { THEMES } from '../../scoring/words/lists'
import { useMayOpen } from '../links'
import { useValueWords } from './useChangeWords'

interface RulesViewProps {
  /** The code of the site that is looked at. */
  site: string
  rules: readonly PointRuleView[]
  /** Whether deductions count at the site that is looked at. */
  deductionsCount: boolean
}

/** The rules by the six contents of the work. */
export function RulesView({ site, rules, deductionsCount }: RulesViewProps) {
  const { t } = useTranslation(['rule-sets', 'scoring'])
  return (
    <>
      {THEMES.map((theme) => {
        const own = rules.filter((rule) => rule.theme === theme)
        if (own.length === 0) return null
        return (
          <section key={theme}>
            <h2 className="rules-heading">{t(`scoring:theme.${theme}`)}</h2>
            <ThemeTable site={site} theme={theme} rules={own} deductionsCount={deductionsCount} />
          </section>
        )
      })}
    </>
  )
}

function ThemeTable({ site, theme, rules, deductionsCount }: RulesViewProps & { theme: Theme }) {
  const { t } = useTranslation(['rule-sets', 'scoring'])
  const { ruleValue } = useValueWords()
  const stateOf = ({ kind, active }: PointRuleView) => {
    if (!active) return t('inactive')
    return kind === 'deduction' && !deductionsCount ? t('notCounting') : t('active')
  }
  const columns: Column<PointRuleView>[] = [
    { key: 'name', title: t('field.name'), render: (rule) => <RuleName site={site} rule={rule} /> },
    {
      key: 'points',
      title: t('field.points'),
      isNumber: true,
      render: ({ kind, points }) => <Points points={kind === 'deduction' ? -points : points} />,
    },
    {
      key: 'cap',
      title: t('field.capPerMonth'),
      isNumber: true,
      render: ({ capPerMonth }) => ruleValue('capPerMonth', capPerMonth),
    },
    { key: 'evidence', title: t('field.evidence'), render: ({ evidence }) => ruleValue('evidence', evidence) },
    { key: 'state', title: t('state'), render: stateOf },
    {
      key: 'source',
      title: t('field.source'),
      isWideOnly: true,
      render: ({ source }) => <span className="rules-quiet">{source}</span>,
    },
  ]
  return (
    <div className="rules-fixed">
      <DataTable label={t(`scoring:theme.${theme}`)} columns={columns} rows={rules} keyOf={({ code }) => code} />
    </div>
  )
}

function RuleName({ site, rule: { code, name, active } }: { site: string; rule: PointRuleView }) {
  const { t } = useTranslation('rule-sets')
  const mayOpen = useMayOpen()
  return (
    <Flex wrap gap="0 8px" align="baseline">
      {mayOpen('records') ? (
        <Link to={`/records?site=${site}&rule=${encodeURIComponent(code)}`} title={t('toRecords')}>
          {name}
        </Link>
      ) : (
        name
      )}
      <Typography.Text type="secondary" delete={!active} className="num">
        {code}
      </Typography.Text>
    </Flex>
  )
}
