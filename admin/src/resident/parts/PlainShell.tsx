import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BrandMark } from '../../components/BrandMark'
import { followTextSize, setLargeText, useIsLargeText } from '../text-size'

/** The head of every page: whose it is, and large text at one touch. */
export function Header({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="my-header">
      <BrandMark size={28} />
      <span className="my-brand">{title}</span>
      <TextSizeButton />
      {children}
    </header>
  )
}

function TextSizeButton() {
  const { t } = useTranslation('resident')
  const isLarge = useIsLargeText()
  return (
    <button type="button" className="my-plain" aria-pressed={isLarge} onClick={() => setLargeText(!isLarge)}>
      {t('settings.largeShort')}
    </button>
  )
}

/** A page for somebody who has not signed in. */
export function PlainShell({ children }: { children: ReactNode }) {
  const { t } = useTranslation('resident')
  useEffect(followTextSize, [])
  return (
    <div className="my">
      <Header title={t('brand')} />
      {children}
    </div>
  )
}
