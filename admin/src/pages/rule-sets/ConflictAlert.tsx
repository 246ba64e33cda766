import type { RuleSet } from '@practice/scoring/contracts'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { useTimeWords } from '../../time/useTime'
import type { ChangedValue, Clash, Rebased } from './changes'
import { useChangeWords, useValueWords } from './useChangeWords'

/** Says that somebody else saved meanwhile, what they changed, and where both changed the same thing. */
export function ConflictAlert({ by, theirs, clashes }: Rebased & { by: RuleSet }) {
  const { t } = useTranslation('rule-sets')
  const { when } = useTimeWords()
  const words = useChangeWords()
  const { settingValue, ruleValue } = useValueWords()

  const taken = theirs.filter((change) => !clashes.some((clash) => clash.theirs === change))

  function mineOf({ theirs: change, mine }: Clash): string {
    const valueOf = (value: ChangedValue) => {
      if (change.kind === 'setting') return settingValue(change.field, value)
      return change.kind === 'rule' ? ruleValue(change.field, value) : String(value)
    }
    return t('conflict.mine', { theirs: words(change), mine: valueOf(mine) })
  }

  return (
    <Alert
      role="alert"
      type="warning"
      showIcon
      message={t('conflict.title', { name: by.changedBy.name, when: when(by.changedAt, true), version: by.ownVersion })}
      description={
        <>
          {taken.length > 0 && (
            <>
              <strong>{t('conflict.theirs')}</strong>
              <ul className="rules-changes">
                {taken.map((change) => (
                  <li key={words(change)}>{words(change)}</li>
                ))}
              </ul>
            </>
          )}
          {theirs.length === 0 && <div>{t('conflict.nothing')}</div>}
          {clashes.length > 0 && (
            <>
              <strong>{t('conflict.both')}</strong>
              <ul className="rules-changes">
                {clashes.map((clash) => (
                  <li key={words(clash.theirs)}>{mineOf(clash)}</li>
                ))}
              </ul>
            </>
          )}
          <p style={{ margin: '8px 0 0' }}>{t('conflict.then')}</p>
        </>
      }
    />
  )
}
