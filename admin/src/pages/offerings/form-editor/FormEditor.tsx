import { PlusOutlined } from '@ant-design/icons'
import { Button, Flex, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldEditor } from './FieldEditor'
import { moved, newField, problemsOf } from './form-fields'
import type { FormDraft, FormField } from './form-fields'

interface FormEditorProps {
  draft: FormDraft
  /** Marks what keeps the form from being saved, also in fields that nobody has opened. */
  showProblems: boolean
  onChange: (draft: FormDraft) => void
}

/** What residents are asked when they order an item: a list of fields, worked with mouse or keys. */
export function FormEditor({ draft, showProblems, onChange }: FormEditorProps) {
  const { t } = useTranslation('offerings')
  const [openId, setOpenId] = useState<string | null>(null)
  const [removed, setRemoved] = useState<{ field: FormField; index: number } | null>(null)
  const problems = problemsOf(draft.fields)
  const set = (fields: FormField[]) => onChange({ ...draft, fields })

  function add(): void {
    const field = newField()
    set([...draft.fields, field])
    setOpenId(field.id)
  }

  function remove(index: number): void {
    const field = draft.fields[index]
    if (field === undefined) return
    set(draft.fields.filter((_, at) => at !== index))
    setRemoved({ field, index })
  }

  function putBack(): void {
    if (removed === null) return
    set([...draft.fields.slice(0, removed.index), removed.field, ...draft.fields.slice(removed.index)])
    setRemoved(null)
  }

  return (
    <Flex vertical gap={8}>
      {draft.fields.length === 0 && <Typography.Text type="secondary">{t('form.empty')}</Typography.Text>}
      <ol style={{ listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: 8 }}>
        {draft.fields.map((field, index) => (
          <FieldEditor
            key={field.id}
            field={field}
            problem={problems.get(field.id) ?? null}
            showProblem={showProblems}
            isOpen={openId === field.id}
            isFirst={index === 0}
            isLast={index === draft.fields.length - 1}
            onToggle={() => setOpenId(openId === field.id ? null : field.id)}
            onChange={(next) => set(draft.fields.map((other, at) => (at === index ? next : other)))}
            onMove={(by) => set(moved(draft.fields, index, by))}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      {removed !== null && (
        <Flex align="center" gap={8} role="status">
          <Typography.Text type="secondary">
            {t('form.removed', { label: removed.field.label || t('form.unnamed') })}
          </Typography.Text>
          <Button size="small" onClick={putBack}>
            {t('status.undo')}
          </Button>
        </Flex>
      )}
      <Button icon={<PlusOutlined />} onClick={add} style={{ alignSelf: 'flex-start' }}>
        {t('form.add')}
      </Button>
    </Flex>
  )
}
