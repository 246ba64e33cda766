import type { OrderDetail, RefView, Suggestion } from '@practice/dispatch/contracts'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Card, Collapse, Typography } from 'antd'
import { Suspense, lazy, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../commands/useCommand'
import { EmptyState } from '../../components/EmptyState'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { suggestionsQuery } from '../../orders/queries'
import { isPressing, isTyping } from '../../shortcuts/keyboard'
import { SuggestionRow } from './SuggestionRow'

/** Fetched when another team is chosen; its fields are those of the verbs' dialogs. */
const OtherTeamDialog = lazy(() => import('./OtherTeamDialog'))

type Eligible = Extract<Suggestion, { eligible: true }>
type Ineligible = Extract<Suggestion, { eligible: false }>

const SHOWN_AT_FIRST = 5

/** A team that is sent in the place of the first suggestion. */
interface Other {
  team: RefView
  first: RefView | null
}

/**
 * Which teams fit, while the order waits for one. The reason for another team than the first stays open even when
 * somebody else was quicker: what was typed is not lost, and the dialog says what happened.
 */
export function Dispatching({ order }: { order: OrderDetail }) {
  const { t } = useTranslation('desk')
  const { message } = App.useApp()
  const [other, setOther] = useState<Other | null>(null)
  return (
    <>
      {order.allowed.includes('dispatch') && <Suggestions order={order} onOther={setOther} />}
      {other !== null && (
        <Suspense fallback={null}>
          <OtherTeamDialog
            order={order}
            {...other}
            onClose={() => setOther(null)}
            onDone={() => void message.success(t('dispatchedTo', { team: other.team.name }))}
          />
        </Suspense>
      )}
    </>
  )
}

interface SuggestionsProps {
  order: OrderDetail
  onOther: (other: Other) => void
}

/** The teams, best first, with the one button that sends them. `Enter` sends the first. */
function Suggestions({ order, onOther }: SuggestionsProps) {
  const { t } = useTranslation('desk')
  const { message } = App.useApp()
  const [isLong, setIsLong] = useState(false)
  const suggestions = useQuery(suggestionsQuery(order.documentId, order.version))
  const command = useCommand(order.documentId)
  const eligible = (suggestions.data ?? []).filter((suggestion): suggestion is Eligible => suggestion.eligible)
  const ineligible = (suggestions.data ?? []).filter((suggestion): suggestion is Ineligible => !suggestion.eligible)
  const first = eligible[0]

  const chooseOther = (team: RefView) => onOther({ team, first: first?.team ?? null })

  function send(team: RefView): void {
    if (team.code !== first?.team.code) {
      chooseOther(team)
      return
    }
    command.mutate(
      { verb: 'dispatch', body: { version: order.version, team: team.code } },
      { onSuccess: () => void message.success(t('dispatchedTo', { team: team.name })) },
    )
  }
  useEnter(() => {
    if (first !== undefined && !command.isPending) send(first.team)
  })

  return (
    <Card size="small" title={t('suggestions.title')} extra={first !== undefined && <EnterHint />}>
      {suggestions.isPending && <RowsSkeleton rows={3} />}
      <RefusalAlert error={suggestions.error} />
      <RefusalAlert error={command.error} />
      {suggestions.isSuccess && eligible.length === 0 && (
        <EmptyState title={t('suggestions.none')} hint={t('suggestions.noneHint')} />
      )}
      <ol className="desk-suggestions">
        {(isLong ? eligible : eligible.slice(0, SHOWN_AT_FIRST)).map((suggestion, index) => (
          <SuggestionRow
            key={suggestion.team.code}
            suggestion={suggestion}
            bestScore={first?.score ?? 0}
            isFirst={index === 0}
            isBusy={command.isPending}
            onSend={() => send(suggestion.team)}
          />
        ))}
      </ol>
      {!isLong && eligible.length > SHOWN_AT_FIRST && (
        <Button type="link" onClick={() => setIsLong(true)}>
          {t('suggestions.more', { count: eligible.length - SHOWN_AT_FIRST })}
        </Button>
      )}
      <IneligibleTeams teams={ineligible} onSend={chooseOther} />
    </Card>
  )
}

function EnterHint() {
  const { t } = useTranslation('desk')
  return (
    <Typography.Text type="secondary" className="desk-keys">
      {t('suggestions.enter')}
    </Typography.Text>
  )
}

function onlyDeclined(because: Ineligible['because']): boolean {
  return because.every(({ code }) => code === 'declined_before')
}

/** Those that may be sent all the same stand where they are seen. */
function declinedFirst(one: Ineligible, other: Ineligible): number {
  return Number(onlyDeclined(other.because)) - Number(onlyDeclined(one.because))
}

interface IneligibleTeamsProps {
  teams: readonly Ineligible[]
  /** Sends a team all the same. */
  onSend: (team: RefView) => void
}

/**
 * Teams that cannot take the order, folded away, with their reasons. One that only declined before may be sent once
 * more, with a reason: the desk will have spoken with it.
 */
function IneligibleTeams({ teams, onSend }: IneligibleTeamsProps) {
  const { t } = useTranslation(['desk', 'common'])
  if (teams.length === 0) return null
  const list = (
    <ul className="desk-ineligible">
      {[...teams].sort(declinedFirst).map(({ team, because }) => (
        <li key={team.code}>
          <span>{team.name}</span>
          <Typography.Text type="secondary">
            {because.map(({ text }) => text).join(t('common:form.listSeparator'))}
          </Typography.Text>
          {onlyDeclined(because) && (
            <Button size="small" onClick={() => onSend(team)}>
              {t('suggestions.sendAgain')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
  return (
    <Collapse
      ghost
      size="small"
      items={[{ key: 'ineligible', label: t('suggestions.ineligible', { count: teams.length }), children: list }]}
    />
  )
}

/** Runs `act` on `Enter`, unless the key is meant for a field, a dialog or a button that has the focus. */
function useEnter(act: () => void): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key !== 'Enter' || event.repeat || isTyping(event) || isPressing(event)) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
}
