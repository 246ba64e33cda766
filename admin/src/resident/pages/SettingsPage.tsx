import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES, changeLanguage, currentLanguage } from '../../i18n'
import { endSession } from '../../session/session'
import { THEME_MODES, setThemeMode, useThemeMode } from '../../theme/mode'
import { MY_ADDRESS } from '../address'
import { clearShelf } from '../data/shelf'
import { useResident } from '../me'
import { Link } from '../navigation'
import { useOutbox } from '../outbox/useOutbox'
import { Dialog } from '../parts/Dialog'
import { Page } from '../parts/Page'
import { setLargeText, useIsLargeText } from '../text-size'

/** How the pages look, and the way out. */
export function SettingsPage() {
  const { t } = useTranslation('resident')
  const { displayName, site, username } = useResident()
  const { waiting } = useOutbox()
  const isLarge = useIsLargeText()
  const mode = useThemeMode()
  const [isAsking, setIsAsking] = useState(false)

  function leave(): void {
    clearShelf()
    endSession('left')
  }

  return (
    <Page title={t('settings.title')}>
      <p>
        <strong>{displayName}</strong>
        <br />
        <span className="my-quiet">{t('settings.who', { site: site.name, username })}</span>
      </p>
      <Choice
        label={t('settings.text')}
        choices={['plain', 'large'] as const}
        chosen={isLarge ? 'large' : 'plain'}
        wordOf={(size) => t(`settings.size.${size}`)}
        onChoose={(size) => setLargeText(size === 'large')}
      />
      <Choice
        label={t('settings.language')}
        choices={LANGUAGES}
        chosen={currentLanguage()}
        wordOf={(language) => t(`settings.languages.${language}`)}
        onChoose={(language) => void changeLanguage(language)}
      />
      <Choice
        label={t('settings.theme')}
        choices={THEME_MODES}
        chosen={mode}
        wordOf={(choice) => t(`settings.themes.${choice}`)}
        onChoose={setThemeMode}
      />
      <p>
        <Link className="my-button my-wide" to={MY_ADDRESS.news}>
          {t('news.title')}
        </Link>
      </p>
      <button
        type="button"
        className="my-button my-wide"
        onClick={() => (waiting.length > 0 ? setIsAsking(true) : leave())}
      >
        {t('settings.leave')}
      </button>
      {isAsking && (
        <Dialog title={t('settings.leaveTitle', { count: waiting.length })} onClose={() => setIsAsking(false)}>
          <p>{t('settings.leaveHint')}</p>
          <div className="my-actions">
            <button type="button" className="my-button my-primary" autoFocus onClick={() => setIsAsking(false)}>
              {t('settings.stay')}
            </button>
            <button type="button" className="my-button" onClick={leave}>
              {t('settings.leave')}
            </button>
          </div>
        </Dialog>
      )}
    </Page>
  )
}

interface ChoiceProps<Value extends string> {
  label: string
  choices: readonly Value[]
  chosen: Value
  wordOf: (choice: Value) => string
  onChoose: (choice: Value) => void
}

function Choice<Value extends string>({ label, choices, chosen, wordOf, onChoose }: ChoiceProps<Value>) {
  return (
    <fieldset className="my-field">
      <legend className="my-label">{label}</legend>
      <div className="my-options">
        {choices.map((choice) => (
          <label key={choice}>
            <input type="radio" name={label} checked={choice === chosen} onChange={() => onChoose(choice)} />
            {wordOf(choice)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
