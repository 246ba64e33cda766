import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button, Flex, Modal, Segmented, Typography } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../../app/me'
import { PhoneFrame } from '../../components/PhoneFrame'
import { RefusalAlert } from '../../components/RefusalAlert'
import { useIsPhone } from '../../components/useIsPhone'
import { ArticleActions } from './ArticleActions'
import { ArticleFields } from './ArticleFields'
import { ArticlePreview } from './ArticlePreview'
import { LeftoverNotice } from './LeftoverNotice'
import { StateLine } from './StateLine'
import { sameValues, valuesOf } from './article'
import type { ArticleValues } from './article'
import type { ArticleVersions } from './queries'
import { useArticleDesk } from './useArticleDesk'
import { useArticleValues } from './useArticleValues'

interface ArticleEditorProps {
  /** Null for an article that is begun. */
  versions: ArticleVersions | null
  empty: ArticleValues
}

/** Writing on the left, on the right the reader's page as on a phone, on top the state and what can be done. */
export function ArticleEditor({ versions, empty }: ArticleEditorProps) {
  const { t } = useTranslation('articles')
  const isPhone = useIsPhone()
  const me = useMe()
  const written = useArticleValues(versions, empty)
  const desk = useArticleDesk(versions, written)
  const [view, setView] = useState<'write' | 'preview'>('write')
  useEffect(() => {
    if (Object.keys(desk.problems).length === 0) return
    setView('write')
    document.querySelector('#main .ant-form-item-has-error')?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  }, [desk.problems])
  const canPublish = me.can.includes('article.publish')
  const isAhead =
    versions !== null &&
    versions.published !== null &&
    (written.isDirty || !sameValues(valuesOf(versions.draft), valuesOf(versions.published)))

  const actions = <ArticleActions desk={desk} canPublish={canPublish} isDirty={written.isDirty} isAhead={isAhead} />
  const state = (
    <StateLine
      desk={desk}
      versions={versions}
      isDirty={written.isDirty}
      isAhead={isAhead}
      isUnkept={written.isUnkept}
    />
  )
  const fields = <ArticleFields written={written} problems={desk.problems} stickyTop={isPhone ? 56 : 121} />
  const preview = (
    <PhoneFrame label={t('preview')} height="min(720px, calc(100dvh - 220px))">
      <ArticlePreview values={written.values} publishedAt={versions?.published?.publishedAt ?? null} />
    </PhoneFrame>
  )

  // Beside the buttons, which stay in sight however far one has scrolled.
  const failure =
    Object.keys(desk.problems).length > 0 ? (
      <Typography.Text type="danger" role="alert">
        {t('problems')}
      </Typography.Text>
    ) : desk.error === null ? null : (
      <RefusalAlert error={desk.error} namespace="articles" />
    )

  return (
    <>
      <div
        style={{
          position: isPhone ? 'static' : 'sticky',
          zIndex: 10,
          top: 56,
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
          {!isPhone && actions}
        </Flex>
        {!isPhone && failure !== null && <div style={{ marginTop: 8 }}>{failure}</div>}
      </div>
      <div style={{ marginBottom: 12 }}>
        <LeftoverNotice written={written} isNew={versions === null} />
      </div>
      {isPhone ? (
        <Flex vertical gap={16}>
          <Segmented
            block
            value={view}
            options={[
              { value: 'write', label: t('write') },
              { value: 'preview', label: t('previewShort') },
            ]}
            onChange={setView}
          />
          <div hidden={view !== 'write'}>{fields}</div>
          {view === 'preview' && <Flex justify="center">{preview}</Flex>}
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
            {failure !== null && <div style={{ marginBottom: 8 }}>{failure}</div>}
            {actions}
          </div>
        </Flex>
      ) : (
        <Flex gap={24} align="flex-start">
          <div style={{ flex: 1, minWidth: 0, maxWidth: 820 }}>{fields}</div>
          <Flex vertical gap={8} align="center" style={{ position: 'sticky', top: 137 }}>
            <Typography.Text type="secondary">{t('preview')}</Typography.Text>
            {preview}
          </Flex>
        </Flex>
      )}
      <Modal
        open={desk.conflict !== null}
        title={t('conflict.title')}
        okText={t('conflict.overwrite')}
        okButtonProps={{ danger: true }}
        cancelText={t('conflict.stay')}
        onOk={() => desk.conflict !== null && void desk.carryOut(desk.conflict.act, desk.conflict.publishAt, true)}
        onCancel={desk.dismissConflict}
        destroyOnHidden
      >
        {t('conflict.content')}
      </Modal>
    </>
  )
}
