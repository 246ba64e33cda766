import { EditOutlined } from '@ant-design/icons'
import type { RuleSet } from '@practice/scoring/contracts'
import { Button, Flex } from 'antd'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageSkeleton } from '../../components/PageSkeleton'
import { useFetchAhead } from '../../components/useFetchAhead'
import { RestoreButton } from './RestoreButton'
import { RuleSetHead } from './RuleSetHead'
import { RulesView } from './RulesView'
import { SettingsView } from './SettingsView'
import { isOwn } from './ownership'

const loadEditor = () => import('./RuleSetEditor').then((module) => ({ default: module.RuleSetEditor }))
const RuleSetEditor = lazy(loadEditor)

/** The set that decides at a site: to be read, and edited by those whose site it is. */
export function RuleSetPane({ set }: { set: RuleSet }) {
  const { t } = useTranslation('rule-sets')
  const [isEditing, setIsEditing] = useState(false)
  useFetchAhead(loadEditor)
  if (isEditing) {
    return (
      <Suspense fallback={<PageSkeleton />}>
        <RuleSetEditor set={set} onClose={() => setIsEditing(false)} />
      </Suspense>
    )
  }
  const actions = set.writable && (
    <Flex wrap gap={8}>
      {isOwn(set) && <RestoreButton set={set} />}
      <Button type="primary" icon={<EditOutlined />} onClick={() => setIsEditing(true)}>
        {t(isOwn(set) ? 'edit' : 'editOwn')}
      </Button>
    </Flex>
  )
  return (
    <>
      <RuleSetHead set={set} actions={actions} />
      <SettingsView set={set} />
      <RulesView site={set.site.code} rules={set.rules} deductionsCount={set.deductionsCount} />
    </>
  )
}
