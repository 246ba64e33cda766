import { useParams, useSearchParams } from 'react-router'
import { CompletePage } from './CompletePage'
import { Inbox } from './Inbox'
import { InboxOrder } from './InboxOrder'
import './inbox.css'

/** The team leader's orders: the list, one order, or its completion; each has an address of its own. */
export default function InboxPage() {
  const { documentId } = useParams()
  const [params] = useSearchParams()
  if (documentId === undefined) return <Inbox />
  return params.get('do') === 'complete' ? (
    <CompletePage key={documentId} documentId={documentId} />
  ) : (
    <InboxOrder key={documentId} documentId={documentId} />
  )
}
