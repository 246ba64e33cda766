import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from '../navigation'
import { BackSign } from './signs'

interface PageProps {
  title: string
  /** Where the way back leads, for pages that are not in the bar. */
  back?: { to: string; label: string }
  children: ReactNode
}

let isFirst = true

/** A page with its heading, which is read out and has the focus when one comes from another page. */
export function Page({ title, back, children }: PageProps) {
  const { t } = useTranslation('resident')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isFirst) heading.current?.focus({ preventScroll: true })
    isFirst = false
  }, [])
  useEffect(() => {
    document.title = t('documentTitle', { title })
  }, [t, title])
  return (
    <main className="my-main" id="my-main">
      {back !== undefined && (
        <Link to={back.to} className="my-back">
          <BackSign />
          {back.label}
        </Link>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  )
}
