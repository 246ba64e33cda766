import { Navigate } from 'react-router'

/** The reviewer's home is the queue itself. */
export default function ReviewerHome() {
  return <Navigate to="/review" replace />
}
