import type { MenuItem } from '@practice/dispatch/contracts'
import { DetailFields } from './DetailFields'
import { RequesterFields } from './RequesterFields'
import type { ChosenHousehold } from './draft'

interface ItemFieldsProps {
  item: MenuItem
  site: string | null
  household: ChosenHousehold | null
  onHousehold: (household: ChosenHousehold | null) => void
}

/** What is asked once an item is chosen: who needs it, and how. */
export function ItemFields({ item, ...requester }: ItemFieldsProps) {
  return (
    <>
      <RequesterFields {...requester} />
      <DetailFields item={item} />
    </>
  )
}
