import { useTranslation } from 'react-i18next'
import { PHOTOS_MAX, widgetOf } from '../../components/json-schema'
import type { FieldSchema } from '../../components/json-schema'
import type { Answer } from '../order-form'
import { PhotosInput } from './PhotosInput'

interface FieldProps {
  id: string
  label: string
  field: FieldSchema
  isNeeded: boolean
  answer: Answer | undefined
  message: string | null
  onChange: (answer: Answer) => void
}

const RADIOS_MAX = 8

/** One field of an item's form, asked for with what the phone itself has for it. */
export function Field(props: FieldProps) {
  const { id, label, field, isNeeded, message } = props
  const { t } = useTranslation('resident')
  const widget = widgetOf(field)
  const hint = field.description ?? null
  const name = isNeeded ? label : t('form.optional', { label })
  const isGroup = widget === 'choices' || (widget === 'choice' && (field.enum?.length ?? 0) <= RADIOS_MAX)
  const after = (
    <>
      {hint !== null && (
        <p id={`${id}-hint`} className="my-quiet">
          {hint}
        </p>
      )}
      <p id={`${id}-message`} className="my-error" role="alert">
        {message}
      </p>
    </>
  )
  if (widget === 'photos') {
    return (
      <fieldset className="my-field">
        <legend className="my-label">{name}</legend>
        <PhotosInput
          id={id}
          names={Array.isArray(props.answer) ? (props.answer as readonly string[]) : []}
          most={field.maxItems ?? PHOTOS_MAX}
          onChange={props.onChange}
        />
        {after}
      </fieldset>
    )
  }
  const described = `${hint === null ? '' : `${id}-hint `}${id}-message`
  if (isGroup) {
    return (
      <fieldset className="my-field" aria-describedby={described}>
        <legend className="my-label">{name}</legend>
        <Options {...props} isMany={widget === 'choices'} />
        {after}
      </fieldset>
    )
  }
  if (widget === 'switch') {
    return (
      <div className="my-field">
        <label className="my-check">
          <input
            id={id}
            type="checkbox"
            checked={props.answer === true}
            aria-describedby={described}
            onChange={(event) => props.onChange(event.target.checked)}
          />
          {label}
        </label>
        {after}
      </div>
    )
  }
  return (
    <div className="my-field">
      <label className="my-label" htmlFor={id}>
        {name}
      </label>
      <Input {...props} described={described} />
      {after}
    </div>
  )
}

function Options({ id, field, answer, isMany, onChange }: FieldProps & { isMany: boolean }) {
  const choices = ((isMany ? field.items?.enum : field.enum) ?? []).map(String)
  const chosen = isMany ? (Array.isArray(answer) ? (answer as readonly string[]) : []) : [String(answer ?? '')]
  function choose(choice: string): void {
    if (!isMany) return onChange(choice)
    onChange(chosen.includes(choice) ? chosen.filter((one) => one !== choice) : [...chosen, choice])
  }
  return (
    <div className="my-options">
      {choices.map((choice, index) => (
        <label key={choice}>
          <input
            id={index === 0 ? id : undefined}
            type={isMany ? 'checkbox' : 'radio'}
            name={id}
            checked={chosen.includes(choice)}
            onChange={() => choose(choice)}
          />
          {choice}
        </label>
      ))}
    </div>
  )
}

function Input({ id, field, answer, message, described, onChange }: FieldProps & { described: string }) {
  const { t } = useTranslation('resident')
  const shared = {
    id,
    className: 'my-input',
    value: typeof answer === 'string' ? answer : '',
    'aria-describedby': described,
    'aria-invalid': message !== null,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }
  const length = field.maxLength === undefined ? {} : { maxLength: field.maxLength }
  const limits = {
    ...(field.minimum === undefined ? {} : { min: field.minimum }),
    ...(field.maximum === undefined ? {} : { max: field.maximum }),
  }
  switch (widgetOf(field)) {
    case 'choice':
      return (
        <select {...shared}>
          <option value="">{t('form.choose')}</option>
          {(field.enum ?? []).map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      )
    case 'textarea':
      return <textarea {...shared} {...length} rows={3} />
    case 'integer':
      return <input {...shared} {...limits} type="number" inputMode="numeric" step={1} />
    case 'number':
      return <input {...shared} {...limits} type="number" inputMode="decimal" step="any" />
    case 'date':
      return <input {...shared} type="date" />
    case 'dateTime':
      return <input {...shared} type="datetime-local" />
    case 'choices':
    case 'photos':
    case 'switch':
    case 'text':
      return <input {...shared} {...length} type={field.format === 'phone' ? 'tel' : 'text'} />
  }
}
