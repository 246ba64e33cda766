import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button, Drawer, Flex, Segmented, Typography } from 'antd'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalAlert } from '../../components/RefusalAlert'
import { UnsavedGuard } from '../../components/UnsavedGuard'
import { useIsPhone } from '../../components/useIsPhone'
import { ItemPreview } from './ItemPreview'
import { SettingFields, settingDraftOf, settingOf } from './SettingFields'
import { problemsOf } from './form-editor/form-fields'
import { inheritedAt, settingAt } from './matrix-model'
import type { Column } from './matrix-model'
import { keyOf, resolvedOf } from './setting'
import type { Detail, ItemRow } from './setting'
import type { OfferingsDesk } from './useOfferings'

interface SettingPanelProps {
  desk: OfferingsDesk
  item: ItemRow
  column: Column
  /** The name of the site above the matrix, for what comes from there. */
  parentName: string
  onClose: () => void
}

/** The setting of an item at a site, with what residents will see; a drawer, on a phone a page. */
export function SettingPanel(props: SettingPanelProps) {
  const { t } = useTranslation('offerings')
  const isPhone = useIsPhone()
  const { item, column, onClose } = props
  const title = t('setting.title', { item: item.name })
  const body = <SettingBody key={keyOf({ siteCode: column.code, itemCode: item.code })} {...props} />
  if (isPhone) {
    return (
      <div>
        <Flex align="center" gap={8} style={{ marginBottom: 16 }}>
          <Button type="text" icon={<ArrowLeftOutlined />} aria-label={t('common:action.back')} onClick={onClose} />
          <Typography.Title level={1} style={{ margin: 0, fontSize: 18 }}>
            {title}
          </Typography.Title>
        </Flex>
        {body}
      </div>
    )
  }
  return (
    <Drawer open title={title} width={960} onClose={onClose} styles={{ body: { padding: 0 } }}>
      {body}
    </Drawer>
  )
}

function SettingBody({ desk, item, column, parentName, onClose }: SettingPanelProps) {
  const { t } = useTranslation('offerings')
  const isPhone = useIsPhone()
  const [kept] = useState(() => settingDraftOf(settingAt(desk.offerings, column.code, item.code)))
  const [draft, setDraft] = useState(kept)
  const [view, setView] = useState<'edit' | 'preview'>('edit')
  const [showProblems, setShowProblems] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const isSaved = useRef(false)

  const inherited = inheritedAt(desk.offerings, column, item)
  const said = useMemo(() => settingOf(draft), [draft])
  const isChanged = useMemo(() => JSON.stringify(said) !== JSON.stringify(settingOf(kept)), [said, kept])
  const isUnsaved = useCallback(() => isChanged && !isSaved.current, [isChanged])
  const nameOf = (code: string | null) => desk.offerings.columns.find((site) => site.code === code)?.name ?? parentName
  const sourceOf = (part: 'enabled' | Detail) => nameOf(inherited.from[part])

  async function save(): Promise<void> {
    if (draft.form !== null && problemsOf(draft.form.fields).size > 0) {
      setShowProblems(true)
      setView('edit')
      return
    }
    setIsBusy(true)
    setError(null)
    try {
      await desk.save({ siteCode: column.code, itemCode: item.code }, said)
      isSaved.current = true
      onClose()
    } catch (cause) {
      setError(cause)
      setIsBusy(false)
    }
  }

  const fields = (
    <SettingFields
      draft={draft}
      inherited={inherited}
      sourceOf={sourceOf}
      showProblems={showProblems}
      onChange={setDraft}
    />
  )
  const preview = <ItemPreview item={item} siteName={column.name} resolved={resolvedOf(said, inherited)} />
  const footer = (
    <Flex vertical gap={8}>
      <RefusalAlert error={error} namespace="offerings" />
      {showProblems && draft.form !== null && problemsOf(draft.form.fields).size > 0 && (
        <Typography.Text type="danger" role="alert">
          {t('form.problems')}
        </Typography.Text>
      )}
      <Flex gap={8} align="center">
        <Button type="primary" loading={isBusy} disabled={!isChanged} block={isPhone} onClick={() => void save()}>
          {t('common:action.save')}
        </Button>
        {!isPhone && (
          <Typography.Text type="secondary">{t(isChanged ? 'setting.changed' : 'setting.unchanged')}</Typography.Text>
        )}
      </Flex>
    </Flex>
  )
  const guard = (
    <UnsavedGuard
      isUnsaved={isUnsaved}
      title={t('guard.title')}
      content={t('guard.content', { item: item.name, site: column.name })}
      leave={t('guard.leave')}
      stay={t('guard.stay')}
    />
  )
  const scope = (
    <Typography.Paragraph type="secondary">
      {column.isOwn ? t('setting.forAll', { site: column.name }) : t('setting.forOne', { site: column.name })}
    </Typography.Paragraph>
  )

  if (isPhone) {
    return (
      <Flex vertical gap={16}>
        {guard}
        <Segmented
          block
          value={view}
          options={[
            { value: 'edit', label: t('setting.edit') },
            { value: 'preview', label: t('setting.preview') },
          ]}
          onChange={setView}
        />
        <div hidden={view !== 'edit'}>
          {scope}
          {fields}
        </div>
        {view === 'preview' && <Flex justify="center">{preview}</Flex>}
        <div
          style={{
            position: 'sticky',
            zIndex: 10,
            bottom: 'calc(57px + env(safe-area-inset-bottom))',
            margin: '0 -16px',
            padding: '8px 16px',
            background: 'var(--ground)',
          }}
        >
          {footer}
        </div>
      </Flex>
    )
  }
  return (
    <Flex style={{ height: '100%' }}>
      {guard}
      <Flex vertical style={{ flex: 1, minWidth: 0 }}>
        <div style={{ flex: 1, overflowY: 'auto', padding: 24 }}>
          {scope}
          {fields}
        </div>
        <div style={{ padding: '12px 24px', borderTop: '1px solid var(--line)' }}>{footer}</div>
      </Flex>
      <Flex vertical gap={12} align="center" style={{ padding: 24, background: 'var(--ground)', overflowY: 'auto' }}>
        <Typography.Text type="secondary">{t('preview.label')}</Typography.Text>
        {preview}
      </Flex>
    </Flex>
  )
}
