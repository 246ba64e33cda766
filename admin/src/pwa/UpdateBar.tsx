import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { offerUpdate, takeUpdate } from './update'
import './update-bar.css'

/** Offers a newer version that has come meanwhile. It waits until it is asked for, and until nothing typed would be lost. */
export default function UpdateBar() {
  const { t } = useTranslation('auth')
  const [state, setState] = useState<'offered' | 'unsaved' | 'taken'>('offered')
  return (
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
      <button type="button" onClick={() => offerUpdate(null)}>
        {t('update.later')}
      </button>
    </div>
  )
}
