import type { RuleSet } from '@practice/scoring/contracts'
import { App, Flex } from 'antd'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { loadRuleSet, ruleSetQuery, writeRuleSet } from '../../api/points'
import { ApiError } from '../../api/error'
import { UnsavedGuard } from '../../components/UnsavedGuard'
import { refreshPoints } from '../../scoring/record-view/requests'
import { ConflictAlert } from './ConflictAlert'
import { RuleSetHead } from './RuleSetHead'
import { RulesEditor } from './RulesEditor'
import { SaveBar } from './SaveBar'
import { SettingsEditor } from './SettingsEditor'
import { changesBetween, rebase } from './changes'
import type { Rebased } from './changes'
import { bodyOf, draftOf } from './rule-set-draft'

interface RuleSetEditorProps {
  /** The set as it was read when the editing began. */
  set: RuleSet
  onClose: () => void
}

/**
 * A set while it is edited. When somebody else saved meanwhile, what they changed is told and laid under what was typed,
 * and one saves again.
 */
export function RuleSetEditor({ set, onClose }: RuleSetEditorProps) {
  const { t } = useTranslation('rule-sets')
  const { message } = App.useApp()
  const client = useQueryClient()
  const [base, setBase] = useState(set)
  const [draft, setDraft] = useState(() => draftOf(set))
  const [conflict, setConflict] = useState<(Rebased & { by: RuleSet }) | null>(null)
  const [isAsked, setIsAsked] = useState(false)
  const isSaved = useRef(false)
  const changes = useMemo(() => changesBetween(draftOf(base), draft), [base, draft])
  const isUnsaved = useCallback(() => !isSaved.current && changes.length > 0, [changes])

  const saving = useMutation({
    mutationFn: (note: string) => writeRuleSet(base.site.code, bodyOf(draft, base.ownVersion, note)),
    onSuccess: (saved) => {
      isSaved.current = true
      client.setQueryData(ruleSetQuery(base.site.code).queryKey, saved)
      void refreshPoints(client)
      void message.success(t('save.done', { version: saved.version }))
      onClose()
    },
    onError: async (error) => {
      if (!(error instanceof ApiError) || error.status !== 409) return
      const fresh = await loadRuleSet(base.site.code)
      if (fresh.ownVersion === base.ownVersion) return
      const rebased = rebase(base, draft, fresh)
      setBase(fresh)
      setDraft(rebased.draft)
      setConflict({ ...rebased, by: fresh })
      window.scrollTo({ top: 0 })
    },
  })

  return (
    <>
      <RuleSetHead set={base} actions={null} />
      {conflict !== null && <ConflictAlert {...conflict} />}
      <SettingsEditor
        site={base.site.code}
        settings={draft.settings}
        showProblems={isAsked}
        onChange={(part) => setDraft((before) => ({ ...before, settings: { ...before.settings, ...part } }))}
      />
      <RulesEditor draft={draft} showProblems={isAsked} onChange={setDraft} />
      <Flex vertical>
        <SaveBar
          set={base}
          draft={draft}
          changes={changes}
          error={conflict === null ? saving.error : null}
          isSaving={saving.isPending}
          onIncomplete={() => setIsAsked(true)}
          onSave={(note) => saving.mutateAsync(note)}
          onClose={() => {
            isSaved.current = true
            onClose()
          }}
        />
      </Flex>
      <UnsavedGuard
        isUnsaved={isUnsaved}
        title={t('guard.title')}
        content={t('guard.content')}
        leave={t('guard.leave')}
        stay={t('guard.stay')}
      />
    </>
  )
}
