import { DownloadOutlined, ExportOutlined } from '@ant-design/icons'
import type { NoticeLine, Theme } from '@practice/scoring/contracts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/me'
import { DataTable } from '../../components/DataTable'
import type { Column } from '../../components/DataTable'
import { Deadline } from '../../components/Deadline'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { When } from '../../components/When'
import { saveSheet } from '../../export/sheet'
import { Chooser } from '../../scoring/record-view/Chooser'
import { Points } from '../../scoring/record-view/Points'
import { RecordStateTag } from '../../scoring/record-view/RecordStateTag'
import { useAddressParam } from '../../scoring/record-view/useAddressParam'
import { THEMES } from '../../scoring/words/lists'
import { ObjectDialog } from './ObjectDialog'
import { linesOfTheme } from './lines'
import { loadNotice } from './load'
import { noticeAddress } from './public/address'
import { useNoticeSheet } from './useNoticeSheet'

/** What is on notice at one's own site, as everybody sees it; a village admin enters a villager's objection here. */
export default function NoticePage() {
  const { t } = useTranslation(['notice', 'scoring', 'common'])
  const { site } = useMe()
  const code = site?.code ?? ''
  const [theme, setTheme] = useAddressParam<Theme>('theme')
  const notice = useQuery({
    queryKey: ['scoring', 'notice', code],
    queryFn: ({ signal }) => loadNotice(code, signal),
    enabled: code !== '',
  })
  const lines = linesOfTheme(notice.data?.lines ?? [], theme)
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          <>
            {notice.data !== undefined && lines.length > 0 && <SaveNotice notice={notice.data} lines={lines} />}
            <a href={noticeAddress(code)} target="_blank" rel="noreferrer">
              <Button icon={<ExportOutlined />}>{t('openPublic')}</Button>
            </a>
          </>
        }
      />
      <Flex vertical gap={12}>
        <Flex wrap gap={8}>
          <Chooser
            label={t('theme')}
            value={theme}
            options={THEMES.map((value) => ({ value, label: t(`scoring:theme.${value}`) }))}
            onChange={setTheme}
          />
        </Flex>
        {notice.isPending && <RowsSkeleton />}
        <RefusalAlert
          error={notice.error}
          namespace="scoring"
          action={
            <Button size="small" onClick={() => void notice.refetch()}>
              {t('common:action.retry')}
            </Button>
          }
        />
        {notice.isSuccess && lines.length === 0 && <EmptyState title={t('none')} hint={t('noneHint')} />}
        {lines.length > 0 && <Lines lines={lines} />}
        {notice.data !== undefined && (
          <div style={{ color: 'var(--text-quiet)', overflowWrap: 'anywhere' }}>
            {t('public.head')} <code>{notice.data.head}</code>
          </div>
        )}
      </Flex>
    </>
  )
}

function Lines({ lines }: { lines: readonly NoticeLine[] }) {
  const { t } = useTranslation(['notice', 'scoring'])
  const { role } = useMe()
  const [objecting, setObjecting] = useState<NoticeLine | null>(null)
  const columns: Column<NoticeLine>[] = [
    { key: 'holder', title: t('column.holder'), render: ({ holder }) => <strong>{holder}</strong> },
    { key: 'rule', title: t('column.rule'), render: ({ rule }) => rule.name },
    {
      key: 'theme',
      title: t('column.theme'),
      isWideOnly: true,
      render: (line) => t(`scoring:themeShort.${line.theme}`),
    },
    { key: 'points', title: t('column.points'), isNumber: true, render: ({ points }) => <Points points={points} /> },
    { key: 'reason', title: t('column.reason'), render: ({ reason }) => reason },
    {
      key: 'occurred',
      title: t('column.occurredAt'),
      isWideOnly: true,
      render: ({ occurredAt }) => <When at={occurredAt} />,
    },
    { key: 'until', title: t('column.until'), render: (line) => <NoticeEnd line={line} /> },
    {
      key: 'state',
      title: t('column.state'),
      render: ({ held }) => <RecordStateTag state={held ? 'held' : 'noticed'} />,
    },
    // Filing for a villager is the village admin's; the server refuses it to everybody else.
    ...(role === 'village-admin'
      ? [
          {
            key: 'act',
            title: t('column.act'),
            render: (line: NoticeLine) =>
              !line.held && (
                <Button size="small" onClick={() => setObjecting(line)}>
                  {t('object.button')}
                </Button>
              ),
          },
        ]
      : []),
  ]
  return (
    <>
      <DataTable label={t('title')} columns={columns} rows={lines} keyOf={({ documentId }) => documentId} />
      {objecting !== null && <ObjectDialog line={objecting} onClose={() => setObjecting(null)} />}
    </>
  )
}

/** How long one may still object; that an objection has stopped it; afterwards, that it waits to be posted. */
function NoticeEnd({ line: { until, held } }: { line: NoticeLine }) {
  const { t } = useTranslation('notice')
  if (held) return <>{t('stopped')}</>
  if (Date.parse(until) <= Date.now()) return <>{t('over')}</>
  return <Deadline at={until} />
}

/** Saves the chosen lines as a sheet, with head hash and seal line. */
function SaveNotice({
  notice,
  lines,
}: {
  notice: Parameters<ReturnType<typeof useNoticeSheet>>[0]
  lines: NoticeLine[]
}) {
  const { t } = useTranslation('notice')
  const sheetOf = useNoticeSheet()
  const saving = useMutation({ mutationFn: () => saveSheet(sheetOf(notice, lines)) })
  return (
    <>
      <Button icon={<DownloadOutlined />} loading={saving.isPending} onClick={() => saving.mutate()}>
        {t('save')}
      </Button>
      <RefusalAlert error={saving.error} />
    </>
  )
}
