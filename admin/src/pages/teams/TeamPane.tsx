import { ArrowLeftOutlined } from '@ant-design/icons'
import { useOne } from '@refinedev/core'
import { Button, Card, Descriptions, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TeamRow } from '../../api/directory'
import { PageHeader } from '../../components/PageHeader'
import { PageSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { useIsOwn, useSiteName } from '../../directory/names'
import { OrderLines } from '../../orders/OrderLines'
import { Members } from './Members'

/** One team: what it can do, what it has in its hands, who belongs to it. */
export function TeamPane({ documentId }: { documentId: string }) {
  const { t } = useTranslation(['teams', 'common'])
  const siteName = useSiteName()
  const isOwn = useIsOwn()
  const { result: team, query } = useOne<TeamRow & { id: string }>({ resource: 'teams', id: documentId })
  if (team === undefined) {
    return query.isLoading ? <PageSkeleton /> : <RefusalAlert error={query.error} />
  }
  const facts = [
    { key: 'site', label: t('site'), children: siteName(team.siteCode) },
    { key: 'tier', label: t('tier'), children: t(`common:tier.${team.tier}`) },
    { key: 'skills', label: t('skills'), children: (team.skills ?? []).join(t('common:form.listSeparator')) },
    ...(typeof team.capacity === 'number'
      ? [{ key: 'capacity', label: t('capacity'), children: t('orders', { count: team.capacity }) }]
      : []),
    ...(team.active === undefined
      ? []
      : [{ key: 'state', label: t('state'), children: t(team.active === false ? 'resting' : 'active') }]),
    { key: 'code', label: t('code'), children: team.code },
  ]
  return (
    <Flex vertical gap={16}>
      <div>
        <Link to="/teams">
          <Button type="text" icon={<ArrowLeftOutlined />}>
            {t('title')}
          </Button>
        </Link>
      </div>
      <PageHeader title={team.name} />
      <Card size="small">
        <Descriptions size="small" column={{ xs: 1, md: 3 }} items={facts} />
      </Card>
      <OrderLines
        title={t('inHand')}
        filters={[
          { field: 'team', operator: 'eq', value: team.code },
          { field: 'state', operator: 'in', value: ['dispatched', 'accepted', 'started'] },
        ]}
        empty={t('nothingInHand')}
        most={20}
      />
      <Card size="small" title={t('members')}>
        <Members teamCode={team.code} isOwn={isOwn(team.siteCode)} />
      </Card>
    </Flex>
  )
}
