import { PlusOutlined } from '@ant-design/icons'
import type { Card } from '@practice/scoring/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { ApiError } from '../../api/error'
import { useMe } from '../../app/me'
import { DialogFrame } from '../../components/DialogFrame'
import { RefusalAlert } from '../../components/RefusalAlert'
import { refreshPoints } from '../../scoring/record-view/requests'
import { HouseholdPicker } from '../place/HouseholdPicker'
import type { ChosenHousehold } from '../place/draft'
import { openCards } from './requests'
import '../place/place.css'

/** Opens cards: one, or one for every household that has none. */
export function OpenCards() {
  const { t } = useTranslation('cards')
  const [asked, setAsked] = useState<'one' | 'all' | null>(null)
  const close = () => setAsked(null)
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'all', label: t('open.all') },
            { key: 'one', label: t('open.one') },
          ],
          onClick: ({ key }) => setAsked(key === 'all' ? 'all' : 'one'),
        }}
      >
        <Button type="primary" icon={<PlusOutlined />}>
          {t('open.button')}
        </Button>
      </Dropdown>
      {asked === 'all' && <OpenAll onClose={close} />}
      {asked === 'one' && <OpenOne onClose={close} />}
    </>
  )
}

function OpenAll({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['cards', 'common'])
  const { site } = useMe()
  const client = useQueryClient()
  const opening = useMutation({
    mutationFn: () => openCards({ site: site?.code ?? '' }),
    onSettled: () => void refreshPoints(client),
  })
  const opened = opening.data
  return (
    <DialogFrame
      title={t('open.all')}
      isOpen
      onClose={onClose}
      footer={
        opened === undefined ? (
          <>
            <Button onClick={onClose}>{t('common:action.notNow')}</Button>
            <Button type="primary" loading={opening.isPending} onClick={() => opening.mutate()}>
              {t('open.do')}
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>{t('common:action.close')}</Button>
        )
      }
    >
      {opened === undefined && <p className="cards-text">{t('open.allText', { site: site?.name ?? '' })}</p>}
      {opened?.length === 0 && <p className="cards-text">{t('open.noneLeft')}</p>}
      {opened !== undefined && opened.length > 0 && (
        <p className="cards-text" role="status">
          {t('open.done', { count: opened.length })} <Link to="/cards/print?since=today">{t('open.print')}</Link>
        </p>
      )}
      <RefusalAlert error={opening.error} namespace="scoring" />
    </DialogFrame>
  )
}

function OpenOne({ onClose }: { onClose: () => void }) {
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
