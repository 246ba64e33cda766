import type { ScoreRecord } from '@practice/scoring/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMe } from '../../app/me'
import type { OutboxItem } from '../../scoring/outbox/item'
import type { Outbox } from '../../scoring/outbox/outbox'
import { useOutbox } from '../../scoring/outbox/useOutbox'
import { LAST_MOST, lastRecordsQuery } from './requests'

/** A line of the last records: one that waits here, or one that the server has. */
export type LastLine = { kind: 'waiting'; item: OutboxItem } | { kind: 'recorded'; record: ScoreRecord }

/** See `useLastRecords`. */
export interface LastRecordsView {
  outbox: Outbox
  isSending: boolean
  /** Refused records first, all of them; then the last five, the latest first. */
  lines: readonly LastLine[]
  error: unknown
  /** Shows a record as the server has it now. */
  show: (record: ScoreRecord) => void
}

/** What was recorded last, whether it waits on this device or is on the server. */
export function useLastRecords(): LastRecordsView {
  const { username } = useMe()
  const client = useQueryClient()
  const query = lastRecordsQuery(username)
  const { data, error } = useQuery(query)
  const show = (record: ScoreRecord) =>
    client.setQueryData(query.queryKey, (shown: ScoreRecord[] | undefined) => withRecord(shown ?? [], record))
  const { outbox, view } = useOutbox(show)
  return { outbox, isSending: view.isSending, lines: linesOf(view.items, data ?? []), error, show }
}

function withRecord(shown: readonly ScoreRecord[], record: ScoreRecord): ScoreRecord[] {
  const isThere = shown.some(({ documentId }) => documentId === record.documentId)
  if (isThere) return shown.map((one) => (one.documentId === record.documentId ? record : one))
  return [record, ...shown].slice(0, LAST_MOST)
}

function linesOf(items: readonly OutboxItem[], records: readonly ScoreRecord[]): LastLine[] {
  const waiting = [...items].reverse().map((item): LastLine => ({ kind: 'waiting', item }))
  const isRefused = (line: LastLine) => line.kind === 'waiting' && line.item.refusal !== null
  const others = waiting.filter((line) => !isRefused(line))
  const recorded = records.map((record): LastLine => ({ kind: 'recorded', record }))
  return [...waiting.filter(isRefused), ...[...others, ...recorded].slice(0, Math.max(LAST_MOST, others.length))]
}
