import { Descriptions } from 'antd'
import { useTranslation } from 'react-i18next'
import { useIsPhone } from './useIsPhone'
import { When } from './When'
import { fieldsOf, widgetOf } from './json-schema'
import type { FormSchema } from './json-schema'

interface FormAnswersProps {
  answers: Readonly<Record<string, unknown>> | null
  /** The form that was answered, for labels and order; without it keys stand for labels. */
  schema: FormSchema | null
}

/** The answers to a service item's form with their labels. What the form no longer asks for is still shown. */
export function FormAnswers({ answers, schema }: FormAnswersProps) {
  const { t } = useTranslation('common')
  const isPhone = useIsPhone()
  if (answers === null || Object.keys(answers).length === 0) return null
  const known = fieldsOf(schema).filter(({ key }) => key in answers)
  const others = Object.keys(answers).filter((key) => !known.some((field) => field.key === key))
  const textOf = (value: unknown) => {
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
