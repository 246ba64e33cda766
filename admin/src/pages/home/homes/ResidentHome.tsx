import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { sitesQuery } from '../../../api/directory'
import { useMe } from '../../../app/me'
import { EmptyState } from '../../../components/EmptyState'

/** A resident who came here: whom to call, since the console is for those who serve. */
export default function ResidentHome() {
  const { t } = useTranslation('home')
  const { site } = useMe()
  const sites = useQuery(sitesQuery())
  const mine = sites.data?.find(({ code }) => code === site?.code)
  const phone = mine?.deskPhone ?? null
  return (
    <EmptyState
      title={t('resident.title')}
      hint={t('resident.hint', { site: site?.name ?? t('resident.yourVillage') })}
      action={
        phone !== null && <a href={`tel:${phone}`}>{t('resident.call', { phone, hours: mine?.deskHours ?? '' })}</a>
      }
    />
  )
}
