import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, DownOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Checkbox, Flex, Input, Select, Typography, theme } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import type { InputRef } from 'antd'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FIELD_KINDS, optionsOf } from './form-fields'
import type { FieldKind, FieldProblem, FormField } from './form-fields'

interface FieldEditorProps {
  field: FormField
  problem: FieldProblem | null
  showProblem: boolean
  isOpen: boolean
  isFirst: boolean
  isLast: boolean
  onToggle: () => void
  onChange: (field: FormField) => void
  /** By so many places down. */
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}

/** A field of a form: one line, which opens to what can be said of it. Alt with an arrow moves it. */
export function FieldEditor(props: FieldEditorProps) {
  const { field, problem, showProblem, isOpen, isFirst, isLast, onToggle, onMove, onRemove } = props
  const { t } = useTranslation('offerings')
  const { token } = theme.useToken()
  const label = field.label.trim() || t('form.unnamed')
  const isMarked = problem !== null && showProblem

  function onKeyDown(event: KeyboardEvent): void {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    if (!event.altKey || by === null || (by === 1 ? isLast : isFirst)) return
    event.preventDefault()
    onMove(by)
  }

  return (
    <li
      onKeyDown={onKeyDown}
      style={{
        border: `1px solid ${isMarked ? token.colorError : token.colorBorder}`,
        borderRadius: token.borderRadius,
        background: token.colorBgContainer,
      }}
    >
      <Flex align="center" gap={4} style={{ padding: 4 }}>
        <Button
          type="text"
          aria-expanded={isOpen}
          icon={isOpen ? <DownOutlined /> : <RightOutlined />}
          onClick={onToggle}
          style={{ flex: 1, minWidth: 0, justifyContent: 'flex-start' }}
        >
          <Typography.Text ellipsis>{label}</Typography.Text>
          <Typography.Text type="secondary" style={{ whiteSpace: 'nowrap' }}>
            {t(`form.kind.${field.kind}`)}
            {field.isRequired && ` · ${t('form.required')}`}
          </Typography.Text>
        </Button>
        <Button
          type="text"
          icon={<ArrowUpOutlined />}
          disabled={isFirst}
          aria-label={t('form.up', { label })}
          title={t('form.up', { label })}
          onClick={() => onMove(-1)}
        />
        <Button
          type="text"
          icon={<ArrowDownOutlined />}
          disabled={isLast}
          aria-label={t('form.down', { label })}
          title={t('form.down', { label })}
          onClick={() => onMove(1)}
        />
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={t('form.remove', { label })}
          title={t('form.remove', { label })}
          onClick={onRemove}
        />
      </Flex>
      {isOpen && <FieldInputs {...props} />}
      {!isOpen && isMarked && (
        <div style={{ padding: '0 12px 8px' }}>
          <Typography.Text type="danger">{t(`form.problem.${problem}`)}</Typography.Text>
        </div>
      )}
    </li>
  )
}

function FieldInputs({ field, problem, showProblem, onChange }: FieldEditorProps) {
  const { t } = useTranslation('offerings')
  const id = useId()
  const label = useRef<InputRef>(null)
  const isNew = field.key === ''
  useEffect(() => {
    if (isNew) label.current?.focus()
  }, [isNew])
  const change = (said: Partial<FormField>) => onChange({ ...field, ...said })
  const hasOptions = field.kind === 'choice' || field.kind === 'choices'
  const isLabelWrong = problem === 'labelMissing' || problem === 'labelTwice'
  const wrong = showProblem && problem !== null ? t(`form.problem.${problem}`) : null

  return (
    <Flex vertical gap={12} style={{ padding: '4px 12px 12px' }}>
      <Line id={`${id}-label`} label={t('form.label')} problem={isLabelWrong ? wrong : null}>
        <Input
          id={`${id}-label`}
          ref={label}
          value={field.label}
          maxLength={40}
          status={isLabelWrong && showProblem ? 'error' : ''}
          onChange={(event) => change({ label: event.target.value })}
        />
      </Line>
      {field.kind === 'other' ? (
        <Typography.Text type="secondary">{t('form.otherHint')}</Typography.Text>
      ) : (
        <Line id={`${id}-kind`} label={t('form.kindLabel')}>
          <Select<FieldKind>
            id={`${id}-kind`}
            value={field.kind}
            options={FIELD_KINDS.map((kind) => ({ value: kind, label: t(`form.kind.${kind}`) }))}
            onChange={(kind) => change({ kind })}
          />
        </Line>
      )}
      {hasOptions && (
        <Line id={`${id}-options`} label={t('form.options')} problem={isLabelWrong ? null : wrong}>
          <OptionLines
            id={`${id}-options`}
            options={field.options}
            isWrong={!isLabelWrong && wrong !== null}
            onChange={(options) => change({ options })}
          />
        </Line>
      )}
      <Line id={`${id}-hint`} label={t('form.hint')}>
        <Input
          id={`${id}-hint`}
          value={field.hint}
          maxLength={100}
          placeholder={t('form.hintHint')}
          onChange={(event) => change({ hint: event.target.value })}
        />
      </Line>
      <Checkbox checked={field.isRequired} onChange={(event) => change({ isRequired: event.target.checked })}>
        {t('form.required')}
      </Checkbox>
    </Flex>
  )
}

interface OptionLinesProps {
  id: string
  options: readonly string[]
  isWrong: boolean
  onChange: (options: string[]) => void
}

/** Keeps the lines as they are typed, so that an empty one can be begun; others see only the options. */
function OptionLines({ id, options, isWrong, onChange }: OptionLinesProps) {
  const { t } = useTranslation('offerings')
  const [lines, setLines] = useState(options.join('\n'))
  return (
    <Input.TextArea
      id={id}
      value={lines}
      autoSize={{ minRows: 3, maxRows: 10 }}
      placeholder={t('form.optionsHint')}
      status={isWrong ? 'error' : ''}
      onChange={(event) => {
        setLines(event.target.value)
        onChange(optionsOf(event.target.value))
      }}
    />
  )
}

interface LineProps {
  id: string
  label: string
  problem?: string | null
  children: ReactNode
}

function Line({ id, label, problem = null, children }: LineProps) {
  return (
    <Flex vertical gap={4}>
      <label htmlFor={id}>{label}</label>
      {children}
      {problem !== null && (
        <Typography.Text type="danger" role="alert">
          {problem}
        </Typography.Text>
      )}
    </Flex>
  )
}
