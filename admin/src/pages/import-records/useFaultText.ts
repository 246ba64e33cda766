import { useTranslation } from 'react-i18next'
import { wordsOfDetails } from './sheet'
import type { Fault } from './sheet'

/** What is wrong with a cell, in a few words; refusals of recording are said as they are when one records by hand. */
export function useFaultText(): (fault: Fault) => string {
  const { t, i18n } = useTranslation(['import-records', 'scoring', 'common'])
  return ({ code, details }) => {
    const keys = [`import-records:fault.${code}`, `scoring:refusal.${code}`, `common:refusal.${code}`]
    const known = keys.find((key) => i18n.exists(key))
    return t(known ?? 'import-records:fault.other', {
      code,
      ...wordsOfDetails(details, t('common:form.listSeparator')),
    })
  }
}
