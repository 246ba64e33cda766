import type { ImportReport } from '@practice/scoring/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newIdempotencyKey } from '../../api/client'
import { sendSheet } from '../../api/imports'
import type { Evidence } from '../../components/EvidenceInput'
import { refreshPoints } from '../../scoring/record-view/requests'

/** How far one has come with a sheet. */
export interface SheetImport {
  file: File | null
  evidence: readonly Evidence[]
  report: ImportReport | null
  /** When the import was sent, in milliseconds: its records are younger. */
  sentAt: number | null
  isChecking: boolean
  isImporting: boolean
  error: unknown
  choose: (file: File | null) => void
  attach: (evidence: Evidence[]) => void
  check: () => void
  /** Everything or nothing, or the lines that are sound. */
  run: (mode: 'all' | 'sound') => void
}

/**
 * A sheet on its way: chosen, checked, imported. Another file or other evidence is another request with a key of its
 * own, and what was found before does not hold for it.
 */
export function useSheetImport(): SheetImport {
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [evidence, setEvidence] = useState<readonly Evidence[]>([])
  const [report, setReport] = useState<ImportReport | null>(null)
  const [sentAt, setSentAt] = useState<number | null>(null)
  const [key, setKey] = useState(newIdempotencyKey)
  const ids = evidence.map(({ documentId }) => documentId)

  const checking = useMutation({
    mutationFn: (chosen: File) => sendSheet({ file: chosen, mode: 'check', evidence: ids }),
    onSuccess: setReport,
  })
  const importing = useMutation({
    mutationFn: ({ chosen, mode }: { chosen: File; mode: 'all' | 'sound' }) =>
      sendSheet({ file: chosen, mode, evidence: ids }, key),
    onSuccess: setReport,
    onSettled: () => void refreshPoints(client),
  })

  function beginAnew(): void {
    setReport(null)
    setSentAt(null)
    setKey(newIdempotencyKey())
    checking.reset()
    importing.reset()
  }

  return {
    file,
    evidence,
    report,
    sentAt,
    isChecking: checking.isPending,
    isImporting: importing.isPending,
    error: importing.error ?? checking.error,
    choose: (next) => {
      setFile(next)
      beginAnew()
    },
    attach: (next) => {
      setEvidence(next)
      beginAnew()
    },
    check: () => {
      if (file !== null) checking.mutate(file)
    },
    run: (mode) => {
      if (file === null) return
      setSentAt(Date.now())
      importing.mutate({ chosen: file, mode })
    },
  }
}
