import type { OrderDetail } from '@practice/dispatch/contracts'
import { useQuery } from '@tanstack/react-query'
import { Card, Descriptions, Flex } from 'antd'
import type { DescriptionsProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { teamVolunteersQuery } from '../api/volunteers'
import { EvidenceTile } from '../components/EvidenceInput'
import { When } from '../components/When'

/** What the team left on file, with its photos. Nothing before the work was completed. */
export function CompletionCard({ order: { completion, team } }: { order: OrderDetail }) {
  const { t } = useTranslation('common')
  const members = useQuery(teamVolunteersQuery(completion === null ? null : (team?.code ?? null)))
  if (completion === null) return null
  const nameOf = (number: string) => members.data?.find((member) => member.number === number)?.name ?? number
  const lines: DescriptionsProps['items'] = [
    { key: 'at', label: t('order.completedAt'), children: <When at={completion.at} /> },
    { key: 'summary', label: t('command.field.summary'), children: completion.summary },
    {
      key: 'figures',
      label: t('order.figures'),
      children: t('order.figuresText', { served: completion.served, hours: completion.hours }),
    },
    {
      key: 'volunteers',
      label: t('command.field.volunteers'),
      children:
        completion.volunteers.length === 0
          ? t('none')
          : completion.volunteers.map(nameOf).join(t('form.listSeparator')),
    },
    {
      key: 'evidence',
      label: t('command.field.evidence'),
      children:
        completion.evidence.length === 0 ? (
          t('none')
        ) : (
          <Flex wrap gap={8}>
            {completion.evidence.map(({ documentId, name, url, mime }) => (
              <EvidenceTile key={documentId} file={{ documentId, name, url, isImage: mime.startsWith('image/') }} />
            ))}
          </Flex>
        ),
    },
  ]
  return (
    <Card size="small" title={t('order.completion')}>
      <Descriptions size="small" column={1} items={lines} />
    </Card>
  )
}
