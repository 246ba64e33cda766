import { Button, Form, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogFrame } from '../../components/DialogFrame'
import { QuickReasons } from '../../components/QuickReasons'

interface ReturnDialogProps {
  onClose: () => void
  onReturn: (note: string) => void
}

const SHORTEST_NOTE = 2
const LONGEST_NOTE = 500
const REASONS = ['facts', 'pictures', 'consent', 'wording'] as const

/** Why an article goes back to those who wrote it. */
export default function ReturnDialog({ onClose, onReturn }: ReturnDialogProps) {
  const { t } = useTranslation('articles')
  const id = useId()
  const [note, setNote] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const isMissing = note.trim().length < SHORTEST_NOTE

  function apply(): void {
    setIsAsked(true)
    if (!isMissing) onReturn(note.trim())
  }

  return (
    <DialogFrame
      title={t('return.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.notNow')}</Button>
          <Button type="primary" onClick={apply}>
            {t('action.return')}
          </Button>
        </>
      }
    >
      <Form layout="vertical" component="div">
        <Form.Item
          label={t('return.note')}
          htmlFor={id}
          required
          {...(isAsked && isMissing ? ({ validateStatus: 'error', help: t('return.missing') } as const) : {})}
        >
          <Input.TextArea
            id={id}
            autoFocus
            value={note}
            maxLength={LONGEST_NOTE}
            autoSize={{ minRows: 3, maxRows: 8 }}
            onChange={(event) => setNote(event.target.value)}
          />
        </Form.Item>
        <QuickReasons
          reasons={Object.fromEntries(REASONS.map((reason) => [reason, t(`return.reason.${reason}`)]))}
          chosen={note}
          onChoose={setNote}
        />
      </Form>
    </DialogFrame>
  )
}
