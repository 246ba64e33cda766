import type { MeView, Notification } from '@practice/access/contracts'

/** Where a notification leads: to the row that it is about, on the page where its reader deals with it. */
export function addressOfNotification({ kind, subject }: Notification, role: MeView['role']): string {
  const { type, documentId } = subject
  switch (type) {
    case 'order':
      return role === 'team-leader' ? `/inbox/${documentId}` : `/desk/${documentId}`
    case 'record':
      return kind === 'record_waiting' ? `/review/${documentId}` : `/records/${documentId}`
    case 'record-import':
      return '/review'
    case 'objection':
      return `/objections/${documentId}`
    case 'flag':
      return '/flags'
    case 'article':
      return `/articles/${documentId}`
  }
}
