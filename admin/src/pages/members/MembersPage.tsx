import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/me'
import { PageHeader } from '../../components/PageHeader'
import { Members } from '../teams/Members'

/** The team leader's own people. */
export default function MembersPage() {
  const { t } = useTranslation('teams')
  const { team } = useMe()
  if (team === null) return null
  return (
    <>
      <PageHeader title={t('members')} hint={team.name} />
      <Members isOwn teamCode={team.code} />
    </>
  )
}
