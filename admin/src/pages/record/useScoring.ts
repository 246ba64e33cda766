import type { Card, PointRuleView } from '@practice/scoring/contracts'
import { App } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newIdempotencyKey } from '../../api/client'
import { useMe } from '../../app/me'
import { rememberCards } from '../../scoring/card-search/recent'
import type { Outbox } from '../../scoring/outbox/outbox'
import { afterRecording, itemsOf, missingOf } from './draft'
import type { Missing } from './draft'
import { rememberRule } from './recent-rules'
import type { RecordDrafting } from './useRecordDraft'

interface ScoringParts {
  drafting: RecordDrafting
  rule: PointRuleView | null
  chosen: readonly Card[]
  outbox: Outbox
  onScored: () => void
}

/** What pressing 记分 does: says what is missing, or keeps the records and lays the page out for the next household. */
export function useScoring({ drafting, rule, chosen, outbox, onScored }: ScoringParts): {
  /** Known once it was pressed, until it is given. */
  missing: Missing | null
  press: () => void
} {
  const { t } = useTranslation('record')
  const { username } = useMe()
  const { message } = App.useApp()
  const [isAsked, setIsAsked] = useState(false)
  const isBusy = useRef(false)
  const { draft, change } = drafting
  const missing = missingOf({ ...draft, cards: chosen.map(({ number }) => number) }, rule)

  async function keep(kept: PointRuleView): Promise<void> {
    const items = itemsOf(draft, chosen, kept, { username, now: Date.now(), newKey: newIdempotencyKey })
    await outbox.add(items, draft.instead ?? undefined)
    change(afterRecording(draft))
    rememberCards(username, draft.cards)
    rememberRule(username, kept.code)
    onScored()
  }

  function press(): void {
    setIsAsked(missing !== null)
    if (missing !== null || rule === null || isBusy.current) return
    isBusy.current = true
    keep(rule)
      .catch(() => message.error(t('notKept')))
      .finally(() => {
        isBusy.current = false
      })
  }

  return { missing: isAsked ? missing : null, press }
}
