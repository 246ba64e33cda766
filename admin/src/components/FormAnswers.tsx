import { Descriptions } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsPhone } from './useIsPhone'
import { When } from './When'
import { fieldsOf, widgetOf } from './json-schema'
import type { FormSchema } from './json-schema'

interface FormAnswersProps {
  answers: Readonly<Record<string, unknown>> | null
  /** The form that was answered, for labels and order; without it keys stand for labels. */
  schema: FormSchema | null
  /** The photos that answers name. */
  photos?: readonly { documentId: string; url: string }[]
}

/** The answers to a service item's form with their labels. What the form no longer asks for is still shown. */
export function FormAnswers({ answers, schema, photos = [] }: FormAnswersProps) {
  const { t } = useTranslation('common')
  const isPhone = useIsPhone()
  if (answers === null || Object.keys(answers).length === 0) return null
  const known = fieldsOf(schema).filter(({ key }) => key in answers)
  const others = Object.keys(answers).filter((key) => !known.some((field) => field.key === key))
  const textOf = (value: unknown): ReactNode => {
    const shown = photos.filter(({ documentId }) => [value].flat().includes(documentId))
    if (shown.length > 0) return shown.map(({ documentId, url }) => <Photo key={documentId} url={url} />)
    if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no')
    if (Array.isArray(value)) return value.map(String).join(t('form.listSeparator'))
    return typeof value === 'string' || typeof value === 'number' ? String(value) : t('none')
  }
  return (
    <Descriptions
      size="small"
      style={{ marginTop: 8 }}
      column={isPhone ? 1 : 2}
      items={[
        ...known.map(({ key, label, field }) => ({
          key,
          label,
          children: widgetOf(field) === 'dateTime' ? <When at={String(answers[key])} /> : textOf(answers[key]),
        })),
        ...others.map((key) => ({ key, label: key, children: textOf(answers[key]) })),
      ]}
    />
  )
}

const PHOTO_PX = 96

function Photo({ url }: { url: string }) {
  const { t } = useTranslation('common')
  return (
    <a href={url} target="_blank" rel="noreferrer" style={{ marginInlineEnd: 8 }}>
      <img src={url} alt={t('form.photo')} width={PHOTO_PX} height={PHOTO_PX} style={{ objectFit: 'cover' }} />
    </a>
  )
}
