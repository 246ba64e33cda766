import type { RuleSet } from '@practice/scoring/contracts'
import { Button, Flex, Input, Typography } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogFrame } from '../../components/DialogFrame'
import { RefusalAlert } from '../../components/RefusalAlert'
import type { Change } from './changes'
import { isOwn, selfOf } from './ownership'
import { isComplete } from './rule-set-draft'
import type { RuleSetDraft } from './rule-set-draft'
import { useChangeWords } from './useChangeWords'

const NOTE_LENGTH_MAX = 200

interface SaveBarProps {
  set: RuleSet
  draft: RuleSetDraft
  changes: readonly Change[]
  error: unknown
  isSaving: boolean
  /** Called when somebody wants to save what is not complete. */
  onIncomplete: () => void
  onSave: (note: string) => Promise<unknown>
  onClose: () => void
}

/** What has been changed so far and what saving means; saving asks once, with all changes in words. */
export function SaveBar(props: SaveBarProps) {
  const { t } = useTranslation(['rule-sets', 'common'])
  const [isAsking, setIsAsking] = useState(false)
  const [wasIncomplete, setWasIncomplete] = useState(false)
  const { set, draft, changes } = props
  const own = isOwn(set)
  const complete = isComplete(draft)
  const mayCopy = !own && changes.length === 0

  function ask(): void {
    setWasIncomplete(!complete)
    if (complete) setIsAsking(true)
    else props.onIncomplete()
  }

  return (
    <div className="rules-save">
      <RefusalAlert error={props.error} namespace="rule-sets" />
      <Flex wrap gap={8} align="center" justify="end">
        <Typography.Text type={wasIncomplete && !complete ? 'danger' : 'secondary'} role="status" style={{ flex: 1 }}>
          {wasIncomplete && !complete ? t('save.incomplete') : t('save.count', { count: changes.length })}
        </Typography.Text>
        <Button onClick={props.onClose} disabled={props.isSaving}>
          {t(changes.length === 0 ? 'save.close' : 'save.discard')}
        </Button>
        <Button type="primary" loading={props.isSaving} disabled={changes.length === 0 && !mayCopy} onClick={ask}>
          {t(mayCopy ? `save.copy.${selfOf(set.site.code)}` : 'common:action.save')}
        </Button>
      </Flex>
      {isAsking && <SaveDialog {...props} onClose={() => setIsAsking(false)} />}
    </div>
  )
}

function SaveDialog({ set, changes, isSaving, onSave, onClose }: SaveBarProps) {
  const { t } = useTranslation(['rule-sets', 'common'])
  const words = useChangeWords()
  const field = useId()
  const [note, setNote] = useState('')
  const next = set.ownVersion + 1
  // A refusal is told on the page behind, where there is room for it.
  const save = () => void onSave(note).then(onClose, onClose)
  return (
    <DialogFrame
      title={t('save.title', { site: set.site.name })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.notNow')}</Button>
          <Button type="primary" loading={isSaving} onClick={save}>
            {t('save.confirm', { version: next })}
          </Button>
        </>
      }
    >
      <Flex vertical gap={12}>
        <div>
          {t('save.consequence', { version: next })}
          {!isOwn(set) && ` ${t('save.leaves', { site: set.site.name, from: set.from.name })}`}
        </div>
        {changes.length > 0 && (
          <ul className="rules-changes" aria-label={t('save.changes')}>
            {changes.map((change) => (
              <li key={words(change)}>{words(change)}</li>
            ))}
          </ul>
        )}
        <div>
          <label htmlFor={field}>{t('save.note')}</label>
          <Input
            id={field}
            value={note}
            maxLength={NOTE_LENGTH_MAX}
            placeholder={t('save.noteHint')}
            onChange={(event) => setNote(event.target.value)}
            style={{ marginTop: 4 }}
          />
        </div>
      </Flex>
    </DialogFrame>
  )
}
