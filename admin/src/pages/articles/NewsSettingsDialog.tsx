import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Flex, Switch, Typography } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogFrame } from '../../components/DialogFrame'
import { RefusalAlert } from '../../components/RefusalAlert'
import { newsSettingsQuery, saveNewsSettings } from './queries'

/** What is asked of articles before they go out: changed at once, as the switch says. */
export default function NewsSettingsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('articles')
  const id = useId()
  const client = useQueryClient()
  const settings = useQuery(newsSettingsQuery())
  const saving = useMutation({
    mutationFn: saveNewsSettings,
    onSuccess: (saved) => {
      client.setQueryData(newsSettingsQuery().queryKey, saved)
      // What may be done with each article is another thing now.
      void client.invalidateQueries({ queryKey: ['articles', 'list'] })
    },
  })
  return (
    <DialogFrame
      title={t('settings.title')}
      isOpen
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('common:action.close')}</Button>}
    >
      <Flex vertical gap={12}>
        <Flex gap={12} align="center" justify="space-between">
          <label htmlFor={id}>{t('settings.secondPerson')}</label>
          <Switch
            id={id}
            checked={settings.data?.secondPerson ?? false}
            disabled={settings.data === undefined}
            loading={settings.isPending || saving.isPending}
            onChange={(secondPerson) => saving.mutate({ secondPerson })}
          />
        </Flex>
        <Typography.Text type="secondary">{t('settings.secondPersonHint')}</Typography.Text>
        <RefusalAlert error={settings.error ?? saving.error} namespace="articles" />
      </Flex>
    </DialogFrame>
  )
}
