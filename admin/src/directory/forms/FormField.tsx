import { Form, Input, InputNumber, Select, Switch } from 'antd'
import type { Rule } from 'antd/es/form'
import { useTranslation } from 'react-i18next'
import { SiteSelect } from '../SiteSelect'
import { MembersField } from './MembersField'
import type { FieldSpec } from './spec'

const TEXT_MAX = 120
const LONG_MAX = 200
const TEL_MAX = 20
const ID_NUMBER_LENGTH = 18

/** A number as people write it, also masked as it was shown: the server keeps what it masked. */
const TEL = /^[\d*+\- ]{5,20}$/
const ID_NUMBER = /^[\dX*]{18}$/i

interface FormFieldProps {
  field: FieldSpec
  isNew: boolean
}

/** One field of a row's form, with what is wrong with it said early. */
export function FormField({ field, isNew }: FormFieldProps) {
  const { t } = useTranslation(['forms', 'common'])
  const { name, label, kind, isFixed, isMasked } = field
  const hint = isMasked === true && !isNew ? t('masked') : field.hint
  const isDisabled = isFixed === true && !isNew
  if (kind === 'members') return <MembersField name={name} label={label} />
  const needed: Rule[] =
    field.isRequired === true
      ? [
          {
            required: true,
            // A rule that speaks of blanks takes every value for a text.
            ...(kind === 'text' ? { whitespace: true } : {}),
            message: t('common:form.required', { label }),
          },
        ]
      : []
  const shape: Rule[] =
    kind === 'tel'
      ? [{ pattern: TEL, message: t('wrong.tel') }]
      : kind === 'idNumber'
        ? [{ pattern: ID_NUMBER, message: t('wrong.idNumber') }]
        : []
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[...needed, ...shape]}
      {...(kind === 'switch' ? { required: true } : {})}
      valuePropName={kind === 'switch' ? 'checked' : 'value'}
      {...(hint === undefined ? {} : { extra: hint })}
    >
      {inputOf(field, isDisabled, t('common:form.choose'))}
    </Form.Item>
  )
}

function inputOf({ kind, label, max, min, options = [], isRequired }: FieldSpec, isDisabled: boolean, choose: string) {
  switch (kind) {
    case 'number':
      return (
        <InputNumber precision={0} min={min ?? 0} {...(max === undefined ? {} : { max })} style={{ width: '100%' }} />
      )
    case 'choice':
      return (
        <Choice
          label={label}
          isClearable={isRequired !== true}
          disabled={isDisabled}
          placeholder={choose}
          options={[...options]}
        />
      )
    case 'words':
      return <Select mode="tags" placeholder={choose} options={[...options]} tokenSeparators={['、', ',', '，']} />
    case 'switch':
      return <Switch />
    case 'site':
      return <SiteSelect label={label} disabled={isDisabled} />
    case 'long':
      return <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={max ?? LONG_MAX} />
    case 'tel':
      return <Input type="tel" inputMode="tel" autoComplete="off" maxLength={TEL_MAX} />
    case 'idNumber':
      return <Input autoComplete="off" maxLength={ID_NUMBER_LENGTH} />
    default:
      return <Input autoComplete="off" maxLength={max ?? TEXT_MAX} />
  }
}

interface ChoiceProps {
  label: string
  isClearable: boolean
  disabled: boolean
  placeholder: string
  options: { value: string; label: string }[]
  /** Given by the form, which would say more than a chooser's element may be told. */
  id?: string
  value?: string | null
  onChange?: (value: string | null) => void
}

function Choice({ label, isClearable, disabled, placeholder, options, id, value, onChange }: ChoiceProps) {
  return (
    <Select<string | null>
      showSearch
      optionFilterProp="label"
      allowClear={isClearable}
      aria-label={label}
      disabled={disabled}
      placeholder={placeholder}
      options={options}
      value={value ?? null}
      onChange={(chosen: string | null | undefined) => onChange?.(chosen ?? null)}
      {...(id === undefined ? {} : { id })}
    />
  )
}
