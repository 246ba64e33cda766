import { Form, Input, InputNumber, Select, Switch } from 'antd'
import type { Rule } from 'antd/es/form'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LazyDatePicker } from './LazyDatePicker'
import { LazyPhotoAnswers } from './LazyPhotoAnswers'
import { PHOTOS_MAX, fieldsOf, widgetOf } from './json-schema'
import type { FieldSchema, FormSchema } from './json-schema'
import { RadioGroup } from './RadioGroup'

interface JsonSchemaFormProps {
  schema: FormSchema | null
  /** Where the answers go in the surrounding form's values, `['form']` for an order. */
  name: readonly string[]
  disabled?: boolean
}

const RADIOS_MAX = 5

/**
 * The fields of a service item's form, as `Form.Item`s of the surrounding antd `Form`. Values are what the schema asks
 * for (dates as `2026-11-25`), so that they can be sent as they are. The server checks the answers with the same
 * schema; here only what is missing or out of bounds is said early.
 */
export function JsonSchemaForm({ schema, name, disabled = false }: JsonSchemaFormProps) {
  const { t } = useTranslation('common')
  return (
    <>
      {fieldsOf(schema).map(({ key, label, field, isNeeded }) => {
        const isDate = widgetOf(field) === 'date' || widgetOf(field) === 'dateTime'
        return (
          <Form.Item
            key={key}
            name={[...name, key]}
            label={label}
            extra={field.description}
            initialValue={field.default}
            rules={rulesOf(field, isNeeded, t('form.required', { label }))}
            valuePropName={widgetOf(field) === 'switch' ? 'checked' : 'value'}
            {...(isDate ? dateValue(widgetOf(field) === 'date') : {})}
          >
            {inputOf(field, disabled, t('form.choose'))}
          </Form.Item>
        )
      })}
    </>
  )
}

/** Between the picker's dayjs and the schema's text. */
function dateValue(isDay: boolean) {
  return {
    getValueProps: (value: unknown) => ({ value: typeof value === 'string' && value !== '' ? dayjs(value) : null }),
    normalize: (value: dayjs.Dayjs | null) =>
      value === null ? undefined : isDay ? value.format('YYYY-MM-DD') : value.toISOString(),
  }
}

function rulesOf(field: FieldSchema, isNeeded: boolean, message: string): Rule[] {
  const rules: Rule[] = []
  const isText = ['text', 'textarea'].includes(widgetOf(field))
  if (isNeeded) rules.push({ required: true, message, ...(isText ? { whitespace: true } : {}) })
  if (isText && field.minLength !== undefined) rules.push({ min: field.minLength })
  if (isText && field.pattern !== undefined) rules.push({ pattern: new RegExp(field.pattern, 'u') })
  return rules
}

function optionsOf(values: readonly (string | number)[] | undefined) {
  return (values ?? []).map((value) => ({ value, label: String(value) }))
}

function inputOf(field: FieldSchema, disabled: boolean, choose: string): ReactNode {
  const limits = {
    ...(field.minimum === undefined ? {} : { min: field.minimum }),
    ...(field.maximum === undefined ? {} : { max: field.maximum }),
  }
  const length = field.maxLength === undefined ? {} : { maxLength: field.maxLength }
  const wide = { width: '100%' }
  switch (widgetOf(field)) {
    case 'choice': {
      const options = optionsOf(field.enum)
      return options.length <= RADIOS_MAX ? (
        <RadioGroup disabled={disabled} options={options} />
      ) : (
        <Select disabled={disabled} options={options} placeholder={choose} allowClear />
      )
    }
    case 'choices':
      return (
        <Select
          mode={field.items?.enum === undefined ? 'tags' : 'multiple'}
          disabled={disabled}
          options={optionsOf(field.items?.enum)}
          placeholder={choose}
        />
      )
    case 'photos':
      return <LazyPhotoAnswers most={field.maxItems ?? PHOTOS_MAX} disabled={disabled} />
    case 'switch':
      return <Switch disabled={disabled} />
    case 'integer':
      return <InputNumber disabled={disabled} precision={0} inputMode="numeric" style={wide} {...limits} />
    case 'number':
      return <InputNumber disabled={disabled} inputMode="decimal" style={wide} {...limits} />
    case 'date':
      return <LazyDatePicker disabled={disabled} inputReadOnly style={wide} />
    case 'dateTime':
      return (
        <LazyDatePicker disabled={disabled} showTime={{ format: 'HH:mm', minuteStep: 15 }} inputReadOnly style={wide} />
      )
    case 'textarea':
      return <Input.TextArea disabled={disabled} autoSize={{ minRows: 2, maxRows: 8 }} {...length} />
    case 'text':
      return <Input disabled={disabled} {...length} />
  }
}
