import type { MeView } from '@practice/access/contracts'
import { Suspense, lazy } from 'react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/me'
import { PageHeader } from '../../components/PageHeader'
import { PageSkeleton } from '../../components/PageSkeleton'
import './home.css'

const Overview = lazy(() => import('./homes/OverviewHome'))

/** Each role opens the page that says what to do now. Its code is fetched alone. */
const HOMES: Readonly<Record<MeView['role'], ComponentType>> = {
  'county-editor': lazy(() => import('./homes/EditorHome')),
  'county-dispatcher': lazy(() => import('./homes/DispatcherHome')),
  'town-officer': lazy(() => import('./homes/TownHome')),
  'village-admin': lazy(() => import('./homes/VillageHome')),
  'team-leader': lazy(() => import('./homes/TeamHome')),
  'points-reviewer': lazy(() => import('./homes/ReviewerHome')),
  'points-supervisor': lazy(() => import('./homes/SupervisorHome')),
  leader: Overview,
  resident: lazy(() => import('./homes/ResidentHome')),
}

export default function HomePage() {
  const { t } = useTranslation('home')
  const { role, displayName } = useMe()
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
