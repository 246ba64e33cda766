import type { Card, RuleSet } from '@practice/scoring/contracts'
import { useQueryClient } from '@tanstack/react-query'
import type { InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CardSearch } from '../../scoring/card-search/CardSearch'
import { recentCards } from '../../scoring/card-search/recent'
import { useMe } from '../../app/me'
import { ChosenCards } from './ChosenCards'
import { LastRecords } from './LastRecords'
import { RecordDetails } from './RecordDetails'
import { RuleBoard } from './RuleBoard'
import { ScoreButton } from './ScoreButton'
import { keepAtHand } from './at-hand'
import { draftOf } from './draft'
import { useLastRecords } from './useLastRecords'
import { useScoring } from './useScoring'
import type { RecordDrafting } from './useRecordDraft'

interface RecordDeskProps {
  cards: readonly Card[]
  ruleSet: RuleSet
  drafting: RecordDrafting
}

/** The page from the search to the button at the thumb. */
export function RecordDesk({ cards, ruleSet, drafting }: RecordDeskProps) {
  const { t } = useTranslation('record')
  const { username } = useMe()
  const { draft, change } = drafting
  const search = useRef<InputRef>(null)
  const [recent, setRecent] = useState(() => recentCards(username))
  const last = useLastRecords()
  useSourcesAtHand()
  const rules = ruleSet.rules.filter(({ active, kind }) => active && (kind === 'reward' || ruleSet.deductionsCount))
  const rule = rules.find(({ code }) => code === draft.rule) ?? null
  const chosen = draft.cards.flatMap((number) => cards.find((card) => card.number === number) ?? [])
  const scoring = useScoring({
    drafting,
    rule,
    chosen,
    outbox: last.outbox,
    onScored: () => {
      setRecent(recentCards(username))
      search.current?.focus()
    },
  })
  const choose = (number: string) => {
    if (!draft.cards.includes(number)) change({ cards: [...draft.cards, number] })
  }

  return (
    <>
      <CardSearch
        cards={cards}
        recent={recent}
        chosen={draft.cards}
        inputRef={search}
        onChoose={({ number }) => choose(number)}
      />
      <ChosenCards
        cards={cards}
        chosen={chosen}
        recent={recent}
        onChoose={choose}
        onRemove={(number) => change({ cards: draft.cards.filter((one) => one !== number) })}
      />
      {rule === null ? (
        <RuleBoard rules={rules} onChoose={(code) => change({ rule: code, quantity: 1, source: null })} />
      ) : (
        <RecordDetails
          rule={rule}
          drafting={drafting}
          missing={scoring.missing}
          onOtherRule={() => change({ rule: null })}
        />
      )}
      {draft.instead !== null && <p className="record-quiet">{t('correcting')}</p>}
      <LastRecords
        last={last}
        onCorrect={(item) => {
          change(draftOf(item, draft.keepsPhotos))
          window.scrollTo({ top: 0 })
        }}
      />
      <ScoreButton rule={rule} draft={draft} missing={scoring.missing} onPress={scoring.press} />
    </>
  )
}

/** What records come from can be chosen where there is no line. */
function useSourcesAtHand(): void {
  const me = useMe()
  const client = useQueryClient()
  useEffect(() => void keepAtHand(client, me), [client, me])
}
