import type { Card } from '@practice/scoring/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ApiError } from '../../api/error'
import { useMe } from '../../app/me'
import { DialogFrame } from '../../components/DialogFrame'
import { RefusalAlert } from '../../components/RefusalAlert'
import { refreshPoints } from '../../scoring/record-view/requests'
import { HouseholdPicker } from '../place/HouseholdPicker'
import type { ChosenHousehold } from '../place/draft'
import { openCards } from './requests'
import '../place/place.css'

/** Opens one card: for a household, or where cards are people's, for one of its members. */
export function OpenOne({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['cards', 'common'])
  const { message } = App.useApp()
  const { site } = useMe()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [household, setHousehold] = useState<ChosenHousehold | null>(null)
  const opening = useMutation<Card[], Error, { household: string; member?: string }>({
    mutationFn: openCards,
    onSuccess: ([card]) => {
      void refreshPoints(client)
      void message.success(t('open.doneOne'))
      if (card !== undefined) void navigate(`/cards/${card.number}`)
    },
  })
  const members = membersAsked(opening.error)
  return (
    <DialogFrame
      title={t('open.one')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.notNow')}</Button>
          <Button
            type="primary"
            disabled={household === null}
            loading={opening.isPending}
            onClick={() => household !== null && opening.mutate({ household: household.code })}
          >
            {t('open.do')}
          </Button>
        </>
      }
    >
      <Form layout="vertical">
        {household === null ? (
          <HouseholdPicker site={site?.code ?? null} onChoose={setHousehold} />
        ) : (
          <p className="cards-text">
            <strong>{household.name}</strong> <span className="cards-quiet">{household.address}</span>{' '}
            <Button type="link" onClick={() => setHousehold(null)}>
              {t('open.other')}
            </Button>
          </p>
        )}
      </Form>
      {household !== null && members !== null ? (
        <div role="group" aria-label={t('open.member')} className="cards-members">
          <span>{t('open.member')}</span>
          {members.map((member) => (
            <Button key={member} onClick={() => opening.mutate({ household: household.code, member })}>
              {member}
            </Button>
          ))}
        </div>
      ) : (
        <RefusalAlert error={opening.error} namespace="scoring" />
      )}
    </DialogFrame>
  )
}

/** Where cards are people's, the server asks whose it is to be, and names the household's members. */
function membersAsked(error: Error | null): string[] | null {
  if (!(error instanceof ApiError) || error.code !== 'member_missing') return null
  const { members } = error.details
  return Array.isArray(members) ? members.filter((one): one is string => typeof one === 'string') : null
}
