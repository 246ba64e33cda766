import type { PersonView } from '@practice/scoring/contracts'
import { useTranslation } from 'react-i18next'

/** What the server does by itself stands under an account that nobody has, such as `system:notice`. */
const SYSTEM = /^system(:|$)/

/** Whether something was done by the server itself. */
export function isSystem({ username }: Pick<PersonView, 'username'>): boolean {
  return SYSTEM.test(username)
}

/** A person's name, or that the system did it. Needs the namespace `scoring`. */
export function usePersonName(): (person: PersonView) => string {
  const { t } = useTranslation('scoring')
  return (person) => (isSystem(person) ? t('record.system') : person.name)
}
