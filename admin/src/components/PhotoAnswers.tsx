import { useState } from 'react'
import { EvidenceInput } from './EvidenceInput'
import type { Evidence } from './EvidenceInput'

/** What a form control is given by antd's `Form.Item`, and how many photos there may be. */
export interface PhotoAnswersProps {
  id?: string
  value?: readonly string[]
  most: number
  disabled: boolean
  onChange?: (documentIds: string[]) => void
}

/** Photos as the answer to a field: the answer holds their documentIds, the screen what was just taken. */
export default function PhotoAnswers({ id, value = [], most, disabled, onChange }: PhotoAnswersProps) {
  const [taken, setTaken] = useState<readonly Evidence[]>([])
  // Of an earlier visit's photos only the names are left; they were uploaded then.
  const shown = value.map(
    (documentId) =>
      taken.find((file) => file.documentId === documentId) ?? { documentId, name: documentId, url: '', isImage: false },
  )
  function hold(files: Evidence[]): void {
    const kept = files.slice(0, most)
    setTaken(kept)
    onChange?.(kept.map(({ documentId }) => documentId))
  }
  return (
    <fieldset disabled={disabled} style={{ border: 0, margin: 0, padding: 0 }}>
      <EvidenceInput {...(id === undefined ? {} : { id })} value={shown} onChange={hold} />
    </fieldset>
  )
}
