import type { MeView } from '@practice/access/contracts'
import { Suspense, lazy } from 'react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/me'
import { PageHeader } from '../../components/PageHeader'
import { PageSkeleton } from '../../components/PageSkeleton'
import './home.css'

type ConsoleRole = Exclude<MeView['role'], 'resident'>

const Overview = lazy(() => import('./homes/OverviewHome'))

/** Each role opens the page that says what to do now. Its code is fetched alone. */
const HOMES: Readonly<Record<ConsoleRole, ComponentType>> = {
  'county-editor': lazy(() => import('./homes/EditorHome')),
  'county-dispatcher': lazy(() => import('./homes/DispatcherHome')),
  'town-officer': lazy(() => import('./homes/TownHome')),
  'village-admin': lazy(() => import('./homes/VillageHome')),
  'team-leader': lazy(() => import('./homes/TeamHome')),
  'points-reviewer': lazy(() => import('./homes/ReviewerHome')),
  'points-supervisor': lazy(() => import('./homes/SupervisorHome')),
  leader: Overview,
}

export default function HomePage() {
  const { t } = useTranslation('home')
  const { role, displayName } = useMe()
  // Residents have pages of their own.
  if (role === 'resident') return null
  const Home = HOMES[role]
  return (
    <>
      <PageHeader title={t(`heading.${role}`, { name: displayName })} />
      <Suspense fallback={<PageSkeleton />}>
        <Home />
      </Suspense>
    </>
  )
}
