import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { teamVolunteersQuery } from '../../api/volunteers'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'

interface VolunteersInputProps {
  id?: string
  /** Numbers of those who were there. */
  value?: readonly string[]
  onChange?: (numbers: string[]) => void
  team: string | null
}

/** The members of the team as large chips; a tap says that somebody was there. */
export function VolunteersInput({ id, value = [], onChange, team }: VolunteersInputProps) {
  const { t } = useTranslation(['inbox', 'common'])
  const members = useQuery(teamVolunteersQuery(team))
  const toggle = (number: string) =>
    onChange?.(value.includes(number) ? value.filter((one) => one !== number) : [...value, number])
  return (
    <div id={id} role="group" aria-label={t('common:command.field.volunteers')} className="inbox-chips" tabIndex={-1}>
      {members.isPending && team !== null && <RowsSkeleton rows={1} />}
      <RefusalAlert
        error={members.error}
        action={<Button onClick={() => void members.refetch()}>{t('common:action.retry')}</Button>}
      />
      {members.data?.length === 0 && <span className="inbox-quiet">{t('noMembers')}</span>}
      {members.data?.map(({ number, name }) => (
        <button
          key={number}
          type="button"
          className="inbox-chip"
          aria-pressed={value.includes(number)}
          title={number}
          onClick={() => toggle(number)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
