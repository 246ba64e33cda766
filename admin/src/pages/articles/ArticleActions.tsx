import { CaretDownOutlined, EllipsisOutlined, HistoryOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { ArticleVerb } from '@practice/access/contracts'
import { App, Button, Dropdown, Flex, Popover } from 'antd'
import type { MenuProps } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/me'
import { Opening } from '../../components/Opening'
import { useIsPhone } from '../../components/useIsPhone'
import { ScheduleForm } from './ScheduleForm'
import { newsSettingsQuery } from './queries'
import type { Act, ArticleDesk } from './useArticleDesk'

const ReturnDialog = lazy(() => import('./ReturnDialog'))

interface ArticleActionsProps {
  desk: ArticleDesk
  isDirty: boolean
  /** What is written here is not what readers see. */
  isAhead: boolean
  onHistory: () => void
}

/** What can be done now: the steps that lead on, the last of them in colour, the rest in a menu. */
export function ArticleActions({ desk, isDirty, isAhead, onHistory }: ArticleActionsProps) {
  const { t } = useTranslation('articles')
  const isPhone = useIsPhone()
  const allowed = useAllowed(desk)
  const [isScheduling, setIsScheduling] = useState(false)
  const { view, busy } = desk
  const isScheduled = view !== null && view.publishAt !== null
  const isPublished = view !== null && view.publishedAt !== null
  const isWaiting = view?.stage === 'submitted'
  // What readers see already need not go out again, at once or later.
  const canGoOut = !isPublished || isAhead || isScheduled
  const steps = stepsOf(allowed, isWaiting)
  const main = steps.at(-1)
  const canSave = view === null || view.canEdit

  const wordOf = (verb: ArticleVerb) => {
    if (verb === 'publish') return isPublished ? 'republish' : isScheduled ? 'publishNow' : 'publish'
    return verb === 'schedule' && isScheduled ? 'reschedule' : verb
  }
  const step = (verb: ArticleVerb) => (
    <Button
      key={verb}
      type={verb === main && verb !== 'withdraw' ? 'primary' : 'default'}
      loading={busy === verb}
      disabled={busy !== null || (verb === 'publish' && !canGoOut)}
      onClick={() => void desk.carryOut(verb)}
    >
      {t(`action.${wordOf(verb)}`)}
    </Button>
  )

  return (
    <Flex gap={8} justify={isPhone ? 'flex-end' : 'flex-start'} wrap={isPhone}>
      <MoreActions desk={desk} allowed={allowed} steps={steps} onHistory={onHistory} />
      {canSave && (
        <Button
          type={main === undefined ? 'primary' : 'default'}
          loading={busy === 'save'}
          disabled={!(isDirty || view === null) || busy !== null}
          onClick={() => void desk.carryOut('save')}
        >
          {t('action.save')}
        </Button>
      )}
      {steps.includes('return') && <ReturnButton desk={desk} />}
      {steps.includes('schedule') && (
        <Popover
          trigger="click"
          placement={isPhone ? 'topRight' : 'bottomRight'}
          open={isScheduling}
          onOpenChange={setIsScheduling}
          destroyOnHidden
          content={
            <ScheduleForm
              publishAt={view?.publishAt ?? null}
              isBusy={busy === 'schedule'}
              onSchedule={(publishAt) => {
                setIsScheduling(false)
                void desk.carryOut('schedule', { publishAt })
              }}
            />
          }
        >
          <Button
            loading={busy === 'schedule'}
            disabled={busy !== null || !canGoOut}
            icon={<CaretDownOutlined />}
            iconPosition="end"
          >
            {t(`action.${wordOf('schedule')}`)}
          </Button>
        </Popover>
      )}
      {steps.filter((verb) => verb !== 'return' && verb !== 'schedule').map(step)}
    </Flex>
  )
}

/** What may be done: as the server says, and with an article that it does not know yet, as the setting asks. */
function useAllowed({ view }: ArticleDesk): readonly ArticleVerb[] {
  const isEditor = useMe().can.includes('article.publish')
  const settings = useQuery({ ...newsSettingsQuery(), enabled: isEditor && view === null })
  if (view !== null) return view.allowed
  return isEditor && settings.data?.secondPerson !== true ? ['submit', 'schedule', 'publish'] : ['submit']
}

/**
 * The verbs that have buttons, the main one last. Somebody who may publish needs no second person, unless they want one:
 * handing in is then in the menu. What waits is approved or returned; by those who wrote it, it is only taken back.
 */
function stepsOf(allowed: readonly ArticleVerb[], isWaiting: boolean): ArticleVerb[] {
  const onward = (['approve', 'publish', 'submit'] as const).find((verb) => allowed.includes(verb))
  const before: ArticleVerb = !isWaiting ? 'schedule' : onward === undefined ? 'withdraw' : 'return'
  return [...(allowed.includes(before) ? [before] : []), ...(onward === undefined ? [] : [onward])]
}

interface MoreActionsProps {
  desk: ArticleDesk
  allowed: readonly ArticleVerb[]
  steps: readonly ArticleVerb[]
  onHistory: () => void
}

/** What is rarely done, or takes something back: once asked where readers notice it or where it cannot be undone. */
function MoreActions({ desk, allowed, steps, onHistory }: MoreActionsProps) {
  const { t } = useTranslation('articles')
  const { modal } = App.useApp()
  const [isReturning, setIsReturning] = useState(false)
  const { view, busy } = desk

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
  const carryOut = (act: Act) => void desk.carryOut(act)
  const acts: readonly [ArticleVerb, () => void][] = [
    ['submit', () => carryOut('submit')],
    ['publish', () => carryOut('publish')],
    ['withdraw', () => carryOut('withdraw')],
    ['unschedule', () => carryOut('unschedule')],
    ['return', () => setIsReturning(true)],
    ['unpublish', () => ask('unpublish')],
  ]
  const items: MenuProps['items'] = [
    ...(view === null
      ? []
      : [{ key: 'history', icon: <HistoryOutlined />, label: t('action.history'), onClick: onHistory }]),
    ...acts
      .filter(([verb]) => allowed.includes(verb) && !steps.includes(verb))
      .map(([verb, act]) => ({ key: verb, label: t(`action.${verb}`), onClick: act })),
    ...(view?.canDelete === true
      ? [{ key: 'remove', danger: true, label: t('action.remove'), onClick: () => ask('remove') }]
      : []),
  ]
  if (items.length === 0) return null
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }} disabled={busy !== null}>
        <Button icon={<EllipsisOutlined />} aria-label={t('common:action.more')} title={t('common:action.more')} />
      </Dropdown>
      {isReturning && <Returning desk={desk} onClose={() => setIsReturning(false)} />}
    </>
  )
}

function ReturnButton({ desk }: { desk: ArticleDesk }) {
  const { t } = useTranslation('articles')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button loading={desk.busy === 'return'} disabled={desk.busy !== null} onClick={() => setIsOpen(true)}>
        {t('action.return')}
      </Button>
      {isOpen && <Returning desk={desk} onClose={() => setIsOpen(false)} />}
    </>
  )
}

function Returning({ desk, onClose }: { desk: ArticleDesk; onClose: () => void }) {
  return (
    <Opening>
      <ReturnDialog
        onClose={onClose}
        onReturn={(note) => {
          onClose()
          void desk.carryOut('return', { note })
        }}
      />
    </Opening>
  )
}
