import { SearchOutlined } from '@ant-design/icons'
import { Input, Modal } from 'antd'
import type { InputRef } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { RefusalAlert } from '../components/RefusalAlert'
import { useChoices } from './useChoices'
import type { Choice } from './useChoices'
import './palette.css'

const REST_MS = 200

interface PaletteProps {
  isOpen: boolean
  onClose: () => void
}

/** Goes to a page by its name or initials, and finds orders, cards and households; all of it by the keyboard. */
export default function Palette({ isOpen, onClose }: PaletteProps) {
  const { t } = useTranslation('palette')
  const navigate = useNavigate()
  const hasGone = useRef(false)

  function go(choice: Choice): void {
    hasGone.current = true
    onClose()
    void navigate(choice.to)
  }

  return (
    <Modal
      open={isOpen}
      title={t('title')}
      footer={null}
      width={600}
      style={{ top: 80 }}
      afterClose={() => {
        // Who went somewhere reads on there, instead of where they came from.
        if (hasGone.current) document.getElementById('main')?.focus()
        hasGone.current = false
      }}
      destroyOnHidden
      onCancel={onClose}
    >
      <Finder onChoose={go} />
    </Modal>
  )
}

/** The field and what fits it, as a combobox: the focus stays in the field, the arrows move through the list. */
function Finder({ onChoose }: { onChoose: (choice: Choice) => void }) {
  const { t } = useTranslation('palette')
  const listId = useId()
  const field = useRef<InputRef>(null)
  const [text, setText] = useState('')
  const asked = useRested(text)
  const [at, setAt] = useState(0)
  const { groups, isSearching, error } = useChoices(text, asked)
  const choices = groups.flatMap((group) => group.choices)
  const chosen = choices[Math.min(at, choices.length - 1)]
  const idOf = (choice: Choice) => `${listId}-${choice.id}`
  const chosenId = chosen === undefined ? undefined : idOf(chosen)
  const isWaiting = isSearching || asked !== text

  // Earlier, as with `autoFocus`, the dialog is not drawn yet, and would not know where the focus came from.
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  useEffect(() => {
    if (chosenId !== undefined) document.getElementById(chosenId)?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    const last = choices.length - 1
    if (event.key === 'ArrowDown') setAt(at >= last ? 0 : at + 1)
    else if (event.key === 'ArrowUp') setAt(at <= 0 ? last : Math.min(at, last) - 1)
    else if (event.key === 'Enter' && chosen !== undefined) onChoose(chosen)
    else return
    event.preventDefault()
  }

  return (
    <>
      <Input
        ref={field}
        size="large"
        type="search"
        prefix={<SearchOutlined />}
        role="combobox"
        aria-label={t('label')}
        aria-expanded={choices.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(chosenId === undefined ? {} : { 'aria-activedescendant': chosenId })}
        placeholder={t('placeholder')}
        value={text}
        maxLength={60}
        onChange={({ target }) => {
          setText(target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <div role="status" className="visually-hidden">
        {isWaiting ? t('searching') : t('found', { count: choices.length })}
      </div>
      <div id={listId} role="listbox" aria-label={t('results')} className="palette-list">
        {groups.map(({ kind, choices: lines }) => (
          <div key={kind} role="group" aria-labelledby={`${listId}-${kind}`}>
            <div id={`${listId}-${kind}`} role="presentation" className="palette-kind">
              {t(`group.${kind}`)}
            </div>
            {lines.map((choice) => (
              <div
                key={choice.id}
                id={idOf(choice)}
                role="option"
                aria-selected={choice === chosen}
                className="palette-choice"
                onMouseMove={() => setAt(choices.indexOf(choice))}
                onClick={() => onChoose(choice)}
              >
                <span>{choice.title}</span>
                <span className="palette-aside num">{choice.aside}</span>
              </div>
            ))}
          </div>
        ))}
      </div>
      {choices.length === 0 && (
        <p className="palette-nothing">
          {isWaiting ? t('searching') : t('nothing', { text })}
          {!isWaiting && <span>{t('nothingHint')}</span>}
        </p>
      )}
      <RefusalAlert error={error} />
      <p className="palette-keys">{t('keys')}</p>
    </>
  )
}

/** A text as it is once one has stopped typing. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}
