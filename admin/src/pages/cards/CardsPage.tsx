import { Suspense, lazy } from 'react'
import { useParams } from 'react-router'
import { PageSkeleton } from '../../components/PageSkeleton'
import { CardList } from './CardList'
import './cards.css'

const CardPage = lazy(() => import('./CardPage').then((module) => ({ default: module.CardPage })))
const PrintPage = lazy(() => import('./PrintPage').then((module) => ({ default: module.PrintPage })))

/** What stands in the place of a number for the page that prints. */
const PRINT = 'print'

/** The cards of a site: their list, one of them with its statement, and the sheet to print. */
export default function CardsPage() {
  const { number } = useParams()
  if (number === undefined) return <CardList />
  return (
    <Suspense fallback={<PageSkeleton />}>
      {number === PRINT ? <PrintPage /> : <CardPage key={number} number={number} />}
    </Suspense>
  )
}
