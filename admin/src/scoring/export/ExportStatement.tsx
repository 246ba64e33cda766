import { DownloadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalAlert } from '../../components/RefusalAlert'
import { usePersonName } from '../words/person'
import { saveSheet } from '../../export/sheet'
import { loadStatement, statementSheet } from './statement'
import { useMoment } from './useMoment'

/** Saves a card's whole statement as a sheet. Needs the namespace `scoring`. */
export function ExportStatement({ card }: { card: string }) {
  const { t } = useTranslation(['scoring', 'common'])
  const moment = useMoment()
  const person = usePersonName()
  const [part, setPart] = useState(0)
  const saving = useMutation({
    mutationFn: async () => {
      const statement = await loadStatement(card, setPart)
      await saveSheet(
        statementSheet(statement, {
          title: ({ holder, number }) => t('export.statement.title', { holder: holder.name, number }),
          facts: ({ site, balance }) =>
            t('export.statement.facts', { site: site.name, balance, at: moment(new Date().toISOString()) }),
          head: (hash) => t('export.head', { hash }),
          kind: (kind) => t(`transferKind.${kind}`),
          moment,
          person,
          what: ({ rule, goods }) =>
            rule?.name ??
            goods
              .map(({ name, quantity }) => t('export.goods', { name, quantity }))
              .join(t('common:form.listSeparator')),
          column: (name) => t(`export.statement.column.${name}`),
        }),
      )
    },
  })
  return (
    <Flex vertical gap={8}>
      <Button
        icon={<DownloadOutlined />}
        disabled={card === ''}
        loading={saving.isPending}
        onClick={() => saving.mutate()}
      >
        {saving.isPending && part > 0 && part < 1
          ? t('export.progress', { percent: Math.floor(part * 100) })
          : t('export.statement.button')}
      </Button>
      <RefusalAlert error={saving.error} namespace="scoring" />
    </Flex>
  )
}
