import { EditOutlined } from '@ant-design/icons'
import type { RuleSet } from '@practice/scoring/contracts'
import { Button, Flex } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RestoreButton } from './RestoreButton'
import { RuleSetEditor } from './RuleSetEditor'
import { RuleSetHead } from './RuleSetHead'
import { RulesView } from './RulesView'
import { SettingsView } from './SettingsView'
import { isOwn } from './ownership'

/** The set that decides at a site: to be read, and edited by those whose site it is. */
export function RuleSetPane({ set }: { set: RuleSet }) {
  const { t } = useTranslation('rule-sets')
  const [isEditing, setIsEditing] = useState(false)
  if (isEditing) return <RuleSetEditor set={set} onClose={() => setIsEditing(false)} />
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
