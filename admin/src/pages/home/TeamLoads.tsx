import type { Order } from '@practice/dispatch/contracts'
import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import { useTranslation } from 'react-i18next'
import { teamsQuery } from '../../api/directory'
import { EmptyState } from '../../components/EmptyState'
import { RefusalAlert } from '../../components/RefusalAlert'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { useTones } from '../../theme/useTones'
import { inHandQuery } from '../teams/load'

const SHOWN = 10

/** Orders in hand by team, the fullest first. */
function countByTeam(orders: readonly Order[]): [code: string, name: string, count: number][] {
  const counts = new Map<string, [string, string, number]>()
  for (const { team } of orders) {
    if (team !== null) counts.set(team.code, [team.code, team.name, (counts.get(team.code)?.[2] ?? 0) + 1])
  }
  return [...counts.values()].sort((one, other) => other[2] - one[2])
}

/** How full the hands of the busiest teams are, against what they can carry. */
export function TeamLoads() {
  const { t } = useTranslation('home')
  const tones = useTones()
  const orders = useQuery(inHandQuery())
  const teams = useQuery(teamsQuery())
  const capacityOf = new Map((teams.data ?? []).map(({ code, capacity }) => [code, capacity ?? 0]))
  const rows = countByTeam(orders.data ?? []).slice(0, SHOWN)
  return (
    <Card size="small" title={t('teams.title')}>
      {orders.isPending && <RowsSkeleton rows={3} />}
      <RefusalAlert error={orders.error} />
      {orders.isSuccess && rows.length === 0 && <EmptyState title={t('teams.none')} />}
      <ul className="bars">
        {rows.map(([code, name, count]) => {
          const capacity = capacityOf.get(code) ?? 0
          const isFull = capacity > 0 && count >= capacity
          return (
            <li key={code} className="bars-one">
              <span className="bars-name">{name}</span>
              <span className="bars-bar">
                <span className="bars-track">
                  <span
                    style={{
                      width: `${Math.min(100, (count / Math.max(capacity, count, 1)) * 100)}%`,
                      background: tones[isFull ? 'waiting' : 'inHand'].solid,
                    }}
                  />
                </span>
                <span className="num">
                  {t(isFull ? 'teams.full' : 'teams.load', { count, capacity: capacity === 0 ? '–' : capacity })}
                </span>
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
