import { ReloadOutlined } from '@ant-design/icons'
import type { Plan } from '@practice/dispatch/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { sitesQuery } from '../../api/directory'
import { applyPlan, makePlan } from '../../api/orders'
import { useMe } from '../../app/me'
import { refreshOrders } from '../../commands/useCommand'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { PlanLineRow } from './PlanLineRow'
import { PlanTotals } from './PlanTotals'
import { UnassignedOrders } from './UnassignedOrders'
import { NO_EDITS, linesOf, openLines, withIncluded, withResults } from './plan-lines'
import type { PlanLine } from './plan-lines'
import { useOthersOnPlan } from './useOthersOnPlan'
import './plan.css'

/** All open orders against all teams, proposed at once: look it over, change what one knows better, apply. */
export default function PlanPage() {
  const { t } = useTranslation('plan')
  const [params, setParams] = useSearchParams()
  const site = params.get('site')
  const orders = params.get('orders')?.split(',').filter(Boolean) ?? null
  const plan = useQuery({
    queryKey: ['plan', site, orders],
    queryFn: () => makePlan({ site, orders }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={orders === null ? t('hint') : t('chosenHint', { count: orders.length })}
        actions={
          <>
            {orders === null ? (
              <SiteChooser value={site} onChange={(code) => setParams(code === null ? {} : { site: code })} />
            ) : (
              <Button onClick={() => setParams({})}>{t('all')}</Button>
            )}
            <Button icon={<ReloadOutlined />} loading={plan.isFetching} onClick={() => void plan.refetch()}>
              {t('again')}
            </Button>
          </>
        }
      />
      <RefusalAlert error={plan.error} />
      {plan.isPending && <RowsSkeleton />}
      {plan.data !== undefined && (
        <Proposal key={plan.dataUpdatedAt} plan={plan.data} onAgain={() => void plan.refetch()} />
      )}
    </>
  )
}

interface SiteChooserProps {
  value: string | null
  onChange: (code: string | null) => void
}

function SiteChooser({ value, onChange }: SiteChooserProps) {
  const { t } = useTranslation(['plan', 'common'])
  const { site } = useMe()
  const sites = useQuery(sitesQuery())
  const below = (sites.data ?? []).filter(({ code }) => code !== site?.code && code.startsWith(site?.code ?? ''))
  if (below.length === 0) return null
  return (
    <Select
      allowClear
      showSearch
      optionFilterProp="label"
      aria-label={t('site')}
      placeholder={t('site')}
      value={value}
      onChange={(code: string | undefined) => onChange(code ?? null)}
      options={below.map(({ code, name, tier }) => ({ value: code, label: `${name} · ${t(`common:tier.${tier}`)}` }))}
      style={{ width: 200 }}
    />
  )
}

interface ProposalProps {
  plan: Plan
  onAgain: () => void
}

function Proposal({ plan, onAgain }: ProposalProps) {
  const { t } = useTranslation('plan')
  const client = useQueryClient()
  const [edits, setEdits] = useState(NO_EDITS)
  const others = useOthersOnPlan(plan)
  const applying = useMutation({
    mutationFn: (wanted: readonly PlanLine[]) =>
      applyPlan(
        wanted.map(({ order, team }) => ({ order: order.documentId, team: team.code, version: order.version })),
      ),
    onSuccess: (results) => {
      setEdits((before) => withResults(before, results))
      return refreshOrders(client)
    },
  })
  // What is being applied is heard of as well, and is nobody else's doing.
  const lines = linesOf(plan, edits, applying.isPending ? {} : others.taken)
  const open = openLines(lines)

  if (lines.length === 0 && plan.unassigned.length === 0) return <EmptyState title={t('empty')} hint={t('emptyHint')} />
  return (
    <Flex vertical gap={16}>
      <div role="status">
        {others.added > 0 && (
          <Alert
            type="info"
            showIcon
            message={t('added', { count: others.added })}
            action={
              <Button size="small" onClick={onAgain}>
                {t('again')}
              </Button>
            }
          />
        )}
      </div>
      <Card size="small">
        <Flex wrap gap={16} justify="space-between" align="center">
          <PlanTotals lines={lines} unassigned={plan.unassigned.length} total={plan.total} />
          {open.length > 0 ? (
            <Button type="primary" loading={applying.isPending} onClick={() => applying.mutate(open)}>
              {t('apply', { count: open.length })}
            </Button>
          ) : (
            <Button onClick={onAgain}>{t('again')}</Button>
          )}
        </Flex>
        <RefusalAlert error={applying.error} />
      </Card>
      {lines.length > 0 && (
        <ul className="plan-lines" aria-label={t('lines')}>
          {lines.map((line) => (
            <PlanLineRow
              key={line.order.documentId}
              line={line}
              isBusy={applying.isPending}
              onTeam={(team) =>
                setEdits((before) => ({ ...before, teams: { ...before.teams, [line.order.documentId]: team } }))
              }
              onIncluded={(isIncluded) => setEdits((before) => withIncluded(before, line.order.documentId, isIncluded))}
            />
          ))}
        </ul>
      )}
      <UnassignedOrders orders={plan.unassigned} />
    </Flex>
  )
}
