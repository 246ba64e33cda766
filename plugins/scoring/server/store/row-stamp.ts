import { newDocumentId } from '@practice/kernel'

/** The columns that every table of Strapi's has: a documentId of its own, and when the row was made. */
export function rowStamp(now: number): {
  document_id: string
  created_at: Date
  updated_at: Date
  published_at: Date
} {
  const at = new Date(now)
  return { document_id: newDocumentId(), created_at: at, updated_at: at, published_at: at }
}
