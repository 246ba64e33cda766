import { useListAddress } from '../../lists/useListAddress'

const EDIT = 'edit'
const NEW = 'new'

/** Which row of a list is edited: it stands in the address, so that it can be shared and the back button closes it. */
export interface Editing {
  /** The row's documentId, null for a new row, undefined where none is edited. */
  documentId: string | null | undefined
  add: () => void
  open: (documentId: string) => void
  close: () => void
}

/** See `Editing`. */
export function useEditing(): Editing {
  const { params, change } = useListAddress()
  const said = params.get(EDIT)
  return {
    documentId: said === null ? undefined : said === NEW ? null : said,
    add: () => change({ [EDIT]: NEW }),
    open: (documentId) => change({ [EDIT]: documentId }),
    close: () => change({ [EDIT]: null }),
  }
}
