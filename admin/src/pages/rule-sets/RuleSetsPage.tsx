import { HistoryOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ruleSetQuery } from '../../api/points'
import { useMe } from '../../app/me'
import { PageHeader } from '../../components/PageHeader'
import { PageSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { SiteSelect } from '../../directory/SiteSelect'
import { HistoryDrawer } from './HistoryDrawer'
import { RuleSetPane } from './RuleSetPane'
import './rule-sets.css'

/** What points are given for at a site, and by whose rules; those whose site it is edit them here. */
export default function RuleSetsPage() {
  const { t } = useTranslation(['rule-sets', 'common'])
  const me = useMe()
  const [params, setParams] = useSearchParams()
  const [isHistoryOpen, setIsHistoryOpen] = useState(false)
  const site = params.get('site') ?? me.site?.code ?? ''
  const set = useQuery(ruleSetQuery(site))
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          <>
            {me.site?.tier !== 'village' && (
              <SiteSelect
                label={t('site')}
                value={site}
                onChange={(code) => setParams(code === null ? {} : { site: code })}
                style={{ width: 240 }}
              />
            )}
            <Button icon={<HistoryOutlined />} onClick={() => setIsHistoryOpen(true)}>
              {t('history.title')}
            </Button>
          </>
        }
      />
      {set.data === undefined && set.isPending && <PageSkeleton />}
      {set.data === undefined && (
        <RefusalAlert
          error={set.error}
          action={
            <Button size="small" onClick={() => void set.refetch()}>
              {t('common:action.retry')}
            </Button>
          }
        />
      )}
      {set.data !== undefined && (
        <Flex vertical gap={16}>
          <RuleSetPane key={site} set={set.data} />
        </Flex>
      )}
      {isHistoryOpen && set.data !== undefined && (
        <HistoryDrawer set={set.data} onClose={() => setIsHistoryOpen(false)} />
      )}
    </>
  )
}
