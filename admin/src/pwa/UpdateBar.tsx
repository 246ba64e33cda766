import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { hasUpdate, onUpdate, putUpdateOff, takeUpdate } from './kept-app'
import './update-bar.css'

/** Offers a newer version that has come meanwhile. It waits until it is asked for, and until nothing typed would be lost. */
export function UpdateBar() {
  const { t } = useTranslation('auth')
  const isThere = useSyncExternalStore(onUpdate, hasUpdate)
  const [state, setState] = useState<'offered' | 'unsaved' | 'taken'>('offered')
  return (
    <div role="status">
      {isThere && (
        <div className="update-bar">
          <span>{t(`update.${state}`)}</span>
          <button
            type="button"
            className="update-take"
            disabled={state === 'taken'}
            onClick={() => setState(takeUpdate() ? 'taken' : 'unsaved')}
          >
            {t('update.take')}
          </button>
          <button type="button" onClick={putUpdateOff}>
            {t('update.later')}
          </button>
        </div>
      )}
    </div>
  )
}
