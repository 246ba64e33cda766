import { useParams } from 'react-router'
import { CardList } from './CardList'
import { CardPage } from './CardPage'
import { PrintPage } from './PrintPage'
import './cards.css'

/** What stands in the place of a number for the page that prints. */
const PRINT = 'print'

/** The cards of a site: their list, one of them with its statement, and the sheet to print. */
export default function CardsPage() {
  const { number } = useParams()
  if (number === undefined) return <CardList />
  return number === PRINT ? <PrintPage /> : <CardPage key={number} number={number} />
}
