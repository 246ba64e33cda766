import { CaretDownOutlined, EllipsisOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, Flex, Popover } from 'antd'
import type { MenuProps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsPhone } from '../../components/useIsPhone'
import { ScheduleForm } from './ScheduleForm'
import type { ArticleDesk } from './useArticleDesk'

interface ArticleActionsProps {
  desk: ArticleDesk
  canPublish: boolean
  isDirty: boolean
  /** What is written here is not what readers see. */
  isAhead: boolean
}

/** What can be done now: one main button, the rest beside it and in a menu. */
export function ArticleActions({ desk, canPublish, isDirty, isAhead }: ArticleActionsProps) {
  const { t } = useTranslation('articles')
  const isPhone = useIsPhone()
  const [isScheduling, setIsScheduling] = useState(false)
  const { state, isNew, isPublished, busy } = desk
  const run = (act: Parameters<ArticleDesk['carryOut']>[0]) => void desk.carryOut(act)
  const isSaveUseful = isDirty || isNew

  const save = (
    <Button
      type={canPublish ? 'default' : 'primary'}
      loading={busy === 'save'}
      disabled={!isSaveUseful || busy !== null}
      onClick={() => run('save')}
    >
      {t('action.save')}
    </Button>
  )
  if (!canPublish) return save

  return (
    <Flex gap={8} style={isPhone ? { justifyContent: 'flex-end' } : {}}>
      <MoreActions desk={desk} />
      {save}
      <Popover
        trigger="click"
        placement={isPhone ? 'topRight' : 'bottomRight'}
        open={isScheduling}
        onOpenChange={setIsScheduling}
        destroyOnHidden
        content={
          <ScheduleForm
            publishAt={desk.publishAt}
            isBusy={busy === 'schedule'}
            onSchedule={(publishAt) => {
              setIsScheduling(false)
              void desk.carryOut('schedule', publishAt)
            }}
          />
        }
      >
        <Button loading={busy === 'schedule'} disabled={busy !== null} icon={<CaretDownOutlined />} iconPosition="end">
          {t(state === 'scheduled' ? 'action.reschedule' : 'action.schedule')}
        </Button>
      </Popover>
      <Button
        type="primary"
        loading={busy === 'publish'}
        disabled={busy !== null || (isPublished && !isAhead && state !== 'scheduled')}
        onClick={() => run('publish')}
      >
        {t(isPublished ? 'action.republish' : state === 'scheduled' ? 'action.publishNow' : 'action.publish')}
      </Button>
    </Flex>
  )
}

/** What is rarely done, or destroys: taking the time away, taking an article back, deleting a draft. */
function MoreActions({ desk }: { desk: ArticleDesk }) {
  const { t } = useTranslation('articles')
  const { modal } = App.useApp()
  const { state, isNew, isPublished, busy } = desk

  function ask(act: 'unpublish' | 'remove'): void {
    modal.confirm({
      title: t(`confirm.${act}.title`),
      content: t(`confirm.${act}.content`),
      okText: t(`confirm.${act}.ok`),
      okButtonProps: { danger: true },
      cancelText: t('common:action.cancel'),
      onOk: () => void desk.carryOut(act),
    })
  }

  const items: MenuProps['items'] = [
    ...(state === 'scheduled'
      ? [{ key: 'unschedule', label: t('action.unschedule'), onClick: () => void desk.carryOut('unschedule') }]
      : []),
    ...(isPublished ? [{ key: 'unpublish', label: t('action.unpublish'), onClick: () => ask('unpublish') }] : []),
    ...(!isNew && !isPublished
      ? [{ key: 'remove', danger: true, label: t('action.remove'), onClick: () => ask('remove') }]
      : []),
  ]
  if (items.length === 0) return null
  return (
    <Dropdown trigger={['click']} menu={{ items }} disabled={busy !== null}>
      <Button icon={<EllipsisOutlined />} aria-label={t('common:action.more')} title={t('common:action.more')} />
    </Dropdown>
  )
}
