import { ArrowLeftOutlined } from '@ant-design/icons'
import { Alert, Button, Flex, Segmented, Typography } from 'antd'
import { lazy, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ApiError } from '../../api/error'
import { Opening } from '../../components/Opening'
import { RefusalAlert } from '../../components/RefusalAlert'
import { UnsavedGuard } from '../../components/UnsavedGuard'
import { useIsPhone } from '../../components/useIsPhone'
import { ArticleActions } from './ArticleActions'
import { ArticleFields, PICTURES_ID } from './ArticleFields'
import { ArticlePreview } from './ArticlePreview'
import { LeftoverNotice } from './LeftoverNotice'
import { StateLine } from './StateLine'
import { readsAlike } from './article'
import type { ArticleValues } from './article'
import type { ArticleVersions } from './queries'
import { useArticleDesk } from './useArticleDesk'
import type { ArticleDesk } from './useArticleDesk'
import { useArticleValues } from './useArticleValues'

const ConflictDialog = lazy(() => import('./ConflictDialog'))
const HistoryDrawer = lazy(() => import('./history/HistoryDrawer'))

interface ArticleEditorProps {
  /** Null for an article that is begun. */
  versions: ArticleVersions | null
  empty: ArticleValues
}

/** The height of the console's head, below which the page's own stays while one scrolls. */
const SHELL_PX = 56

type View = 'write' | 'phone' | 'desktop'

/** Writing on the left, on the right the reader's page as on a phone, on top the state and what can be done. */
export function ArticleEditor({ versions, empty }: ArticleEditorProps) {
  const { t } = useTranslation('articles')
  const isPhone = useIsPhone()
  const written = useArticleValues(versions, empty)
  const desk = useArticleDesk(versions, written)
  const [view, setView] = useState<View>('write')
  const [isHistoryOpen, setIsHistoryOpen] = useState(false)
  const head = useRef<HTMLDivElement>(null)
  const headPx = useHeight(head)
  const below = isPhone ? SHELL_PX : SHELL_PX + headPx
  useShownProblems(desk, setView)
  const documentId = versions?.draft.documentId ?? null
  const isAhead =
    versions !== null &&
    versions.published !== null &&
    (written.isDirty || !readsAlike(versions.draft, versions.published))

  const actions = (
    <ArticleActions desk={desk} isDirty={written.isDirty} isAhead={isAhead} onHistory={() => setIsHistoryOpen(true)} />
  )
  const state = (
    <StateLine
      desk={desk}
      versions={versions}
      isDirty={written.isDirty}
      isAhead={isAhead}
      isUnkept={written.isUnkept}
    />
  )
  const views = (
    <Segmented<View>
      block={isPhone}
      value={view}
      aria-label={t('view.label')}
      options={[
        { value: 'write', label: t('view.write') },
        ...(isPhone ? [{ value: 'phone' as const, label: t('view.phone') }] : []),
        { value: 'desktop', label: t('view.desktop') },
      ]}
      onChange={setView}
    />
  )
  const preview = (device: 'phone' | 'desktop') => (
    <ArticlePreview
      values={written.values}
      publishedAt={versions?.published?.publishedAt ?? null}
      device={device}
      height="min(720px, calc(100dvh - 220px))"
    />
  )
  const failure = <Failure desk={desk} />

  return (
    <>
      <div
        ref={head}
        style={{
          position: isPhone ? 'static' : 'sticky',
          zIndex: 10,
          top: SHELL_PX,
          margin: isPhone ? '-8px 0 8px' : '-24px -24px 16px',
          padding: isPhone ? 0 : '12px 24px',
          background: 'var(--ground)',
          borderBottom: isPhone ? 'none' : '1px solid var(--line)',
        }}
      >
        <Flex align="center" gap={12} wrap={isPhone}>
          <Link to="/articles" aria-label={t('back')} title={t('back')}>
            <Button type="text" icon={<ArrowLeftOutlined />} tabIndex={-1} aria-hidden />
          </Link>
          <Typography.Title level={1} style={{ margin: 0, fontSize: 18, whiteSpace: 'nowrap' }}>
            {t(versions === null ? 'writing' : 'editing')}
          </Typography.Title>
          <div style={{ flex: 1, minWidth: isPhone ? '100%' : 0 }}>{state}</div>
          {!isPhone && views}
          {!isPhone && actions}
        </Flex>
        {!isPhone && failure}
      </div>
      <Notices desk={desk} />
      <div style={{ marginBottom: 12 }}>
        <LeftoverNotice written={written} isNew={versions === null} />
      </div>
      <Flex vertical gap={16}>
        {isPhone && views}
        <Flex gap={24} align="flex-start" hidden={view !== 'write'} style={view === 'write' ? {} : { display: 'none' }}>
          <div style={{ flex: 1, minWidth: 0, maxWidth: 820 }}>
            <ArticleFields written={written} problems={desk.problems} stickyTop={below} />
          </div>
          {!isPhone && (
            <Flex vertical gap={8} align="center" style={{ position: 'sticky', top: below + 16 }}>
              <Typography.Text type="secondary">{t('preview.phone')}</Typography.Text>
              {preview('phone')}
            </Flex>
          )}
        </Flex>
        {view === 'phone' && <Flex justify="center">{preview('phone')}</Flex>}
        {view === 'desktop' && preview('desktop')}
        {isPhone && (
          <div
            style={{
              position: 'sticky',
              zIndex: 10,
              bottom: 'calc(57px + env(safe-area-inset-bottom))',
              margin: '0 -16px',
              padding: '8px 16px',
              background: 'var(--ground)',
              borderTop: '1px solid var(--line)',
            }}
          >
            {failure}
            {actions}
          </div>
        )}
      </Flex>
      <UnsavedGuard
        isUnsaved={written.isUnsaved}
        title={t('leave.title')}
        content={t(written.isUnkept ? 'leave.unkept' : 'leave.content')}
        leave={t('leave.leave')}
        stay={t('leave.stay')}
      />
      {desk.conflict !== null && (
        <Opening>
          <ConflictDialog
            conflict={desk.conflict}
            onOverwrite={() => overwrite(desk)}
            onTakeTheirs={() => void desk.takeTheirs()}
            onStay={desk.dismissConflict}
          />
        </Opening>
      )}
      {isHistoryOpen && documentId !== null && (
        <Opening>
          <HistoryDrawer
            documentId={documentId}
            canRestore={desk.view?.canEdit === true && !written.isDirty}
            onRestore={(to) => {
              setIsHistoryOpen(false)
              void desk.carryOut('restore', { to })
            }}
            onClose={() => setIsHistoryOpen(false)}
          />
        </Opening>
      )}
    </>
  )
}

function overwrite({ conflict, carryOut }: ArticleDesk): void {
  if (conflict !== null) void carryOut(conflict.act, conflict.said, conflict.theirs)
}

/** The height of what is drawn, in pixels: what stays below it moves down when it has more to say. */
function useHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0)
  useLayoutEffect(() => {
    const { current } = element
    if (current === null) return undefined
    const measure = () => setHeight(current.offsetHeight)
    const watching = new ResizeObserver(measure)
    watching.observe(current)
    measure()
    return () => watching.disconnect()
  }, [element])
  return height
}

/** Brings what the server or the form complains of into sight. */
function useShownProblems({ problems, error }: ArticleDesk, setView: (view: View) => void): void {
  useEffect(() => {
    const place = Object.keys(problems).length > 0 ? '#main .ant-form-item-has-error' : null
    const wanted = place ?? (isAboutPictures(error) ? `#${PICTURES_ID}` : null)
    if (wanted === null) return
    setView('write')
    document.querySelector(wanted)?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  }, [problems, error, setView])
}

function isAboutPictures(error: unknown): boolean {
  return error instanceof ApiError && ['consent_missing', 'alt_missing'].includes(error.code)
}

/** What went wrong, beside the buttons, which stay in sight however far one has scrolled. */
function Failure({ desk }: { desk: ArticleDesk }) {
  const { t } = useTranslation('articles')
  if (Object.keys(desk.problems).length > 0) {
    return (
      <Typography.Text type="danger" role="alert" style={{ display: 'block', margin: '8px 0' }}>
        {t('problems')}
      </Typography.Text>
    )
  }
  if (desk.error === null) return null
  return (
    <div style={{ margin: '8px 0' }}>
      <RefusalAlert error={desk.error} namespace="articles" />
    </div>
  )
}

/** What a writer is to know first: why the article came back. */
function Notices({ desk }: { desk: ArticleDesk }) {
  const { t } = useTranslation('articles')
  const { view } = desk
  if (view === null) return null
  if (view.stage === 'returned' && view.returnNote !== null) {
    return (
      <Alert
        type="warning"
        showIcon
        style={{ margin: '8px 0 12px' }}
        message={t('notice.returned')}
        description={view.returnNote}
      />
    )
  }
  if (view.stage === 'submitted' && view.submittedBy !== null) {
    return (
      <Alert
        type="info"
        showIcon
        style={{ margin: '8px 0 12px' }}
        message={t('notice.submitted', { name: view.submittedBy.name })}
      />
    )
  }
  return null
}
