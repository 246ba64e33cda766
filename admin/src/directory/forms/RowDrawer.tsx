import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Flex, Form, Popconfirm } from 'antd'
import type { FormInstance } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api/error'
import { PageSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { UnsavedGuard } from '../../components/UnsavedGuard'
import { useIsPhone } from '../../components/useIsPhone'
import { useUndo } from '../../lists/useUndo'
import { FormField } from './FormField'
import { createRow, deleteRow, loadRow, restoreRow, updateRow } from './save'
import type { SavedRow } from './save'
import { bodyOf } from './spec'
import type { RowForm, Values } from './spec'
import './forms.css'

const WIDTH_PX = 520

interface RowDrawerProps {
  form: RowForm
  /** Null for a new row. */
  documentId: string | null
  onClose: () => void
}

/** One row of master data, to be made or changed: a refusal loses nothing, and stands at the field that it is about. */
export function RowDrawer({ form, documentId, onClose }: RowDrawerProps) {
  const isPhone = useIsPhone()
  const row = useQuery({
    queryKey: [form.resource, 'edited', documentId],
    queryFn: ({ signal }) => loadRow(form.resource, documentId ?? '', signal),
    enabled: documentId !== null,
    // What is typed must not be replaced while one looks elsewhere.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
  })
  return (
    <Drawer
      open
      width={isPhone ? '100%' : WIDTH_PX}
      title={documentId === null ? form.titles.add : form.titles.edit}
      onClose={onClose}
    >
      {documentId === null ? (
        <Fields form={form} row={null} onClose={onClose} />
      ) : row.data === undefined ? (
        row.isPending ? (
          <PageSkeleton />
        ) : (
          <RefusalAlert error={row.error} />
        )
      ) : (
        <Fields form={form} row={row.data} onClose={onClose} />
      )}
    </Drawer>
  )
}

interface FieldsProps {
  form: RowForm
  row: SavedRow | null
  onClose: () => void
}

function Fields({ form: spec, row, onClose }: FieldsProps) {
  const { t } = useTranslation(['forms', 'common'])
  const { message } = App.useApp()
  const client = useQueryClient()
  const [form] = Form.useForm<Record<string, unknown>>()
  const [begun] = useState<Values>(() => (row === null ? spec.begun : spec.valuesOf(row)))
  const [isPending, setIsPending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const isOver = useRef(false)
  const showOnFields = useFieldErrors(spec, form)

  async function save(typed: Values): Promise<void> {
    const values = { ...begun, ...typed }
    setIsPending(true)
    setError(null)
    try {
      await (row === null ? createRow(spec, values) : updateRow(spec, row, values))
      isOver.current = true
      void message.success(t(row === null ? 'added' : 'saved'))
      onClose()
      await client.invalidateQueries()
    } catch (cause) {
      if (!showOnFields(cause)) setError(cause)
    } finally {
      setIsPending(false)
    }
  }

  const isUnsaved = () => {
    const typed = { ...begun, ...(form.getFieldsValue(true) as Values) }
    return !isOver.current && JSON.stringify(bodyOf(spec, typed)) !== JSON.stringify(bodyOf(spec, begun))
  }

  return (
    <Form
      form={form}
      layout="vertical"
      scrollToFirstError
      initialValues={begun}
      disabled={isPending}
      onFinish={(values) => void save(values)}
    >
      {spec.fields.map((field) => (
        <FormField key={field.name} field={field} isNew={row === null} />
      ))}
      <Flex vertical gap={12}>
        <RefusalAlert error={error} namespace="forms" />
        <Flex gap={8} justify="space-between">
          <Button type="primary" htmlType="submit" loading={isPending}>
            {t('common:action.save')}
          </Button>
          {row !== null && spec.removal !== 'none' && (
            <Remove
              form={spec}
              row={row}
              onRemoved={() => {
                isOver.current = true
                onClose()
              }}
              onRefused={setError}
            />
          )}
        </Flex>
      </Flex>
      <UnsavedGuard
        isUnsaved={isUnsaved}
        title={t('guard.title')}
        content={t('guard.content')}
        leave={t('guard.leave')}
        stay={t('guard.stay')}
      />
    </Form>
  )
}

interface RemoveProps {
  form: RowForm
  row: SavedRow
  onRemoved: () => void
  onRefused: (error: unknown) => void
}

/** Takes the row away; where all of it is seen it can be made again, and where not, one is told so before. */
function Remove({ form, row, onRemoved, onRefused }: RemoveProps) {
  const { t } = useTranslation(['forms', 'common'])
  const { message } = App.useApp()
  const client = useQueryClient()
  const offerUndo = useUndo()

  async function remove(): Promise<void> {
    try {
      await deleteRow(form.resource, row.documentId)
    } catch (error) {
      onRefused(error)
      return
    }
    onRemoved()
    if (form.removal === 'restorable') {
      offerUndo(t('removed'), () => restoreRow(form, row).then(() => client.invalidateQueries()))
    } else {
      void message.success(t('removed'))
    }
    await client.invalidateQueries()
  }

  return (
    <Popconfirm
      title={t('remove.title')}
      description={t(form.removal === 'restorable' ? 'remove.restorable' : 'remove.final')}
      okText={t('remove.do')}
      cancelText={t('common:action.notNow')}
      okButtonProps={{ danger: true }}
      onConfirm={() => void remove()}
    >
      <Button danger>{t('remove.do')}</Button>
    </Popconfirm>
  )
}

/** Puts what the server found wrong beside the fields; says whether all of it found its place. */
function useFieldErrors(spec: RowForm, form: FormInstance): (error: unknown) => boolean {
  const { t, i18n } = useTranslation('forms')
  return (error) => {
    if (!(error instanceof ApiError)) return false
    const { errors } = error.details
    const found = Array.isArray(errors) ? (errors as { path: string[]; code?: string; message: string }[]) : []
    const placed = found.flatMap(({ path, code, message }) => {
      const [name = '', ...rest] = path[0] === 'data' ? path.slice(1) : path
      if (!spec.fields.some((field) => field.name === name)) return []
      const said = code !== undefined && i18n.exists(`forms:error.${code}`) ? t(`error.${code}`) : message
      return [{ name: [name, ...rest.map((step) => (/^\d+$/.test(step) ? Number(step) : step))], errors: [said] }]
    })
    form.setFields(placed)
    const first = placed[0]
    if (first !== undefined) form.scrollToField(first.name, { behavior: 'smooth', block: 'center' })
    return placed.length > 0 && placed.length === found.length
  }
}
