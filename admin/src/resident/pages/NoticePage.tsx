import type { NoticeLine, Objection, Theme } from '@practice/scoring/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { loadNotice } from '../../pages/notice/load'
import { linesOfTheme } from '../../pages/notice/lines'
import { NoticeCards } from '../../pages/notice/public/NoticeCards'
import { ObjectDialog } from '../../pages/notice/public/ObjectDialog'
import { ThemeFilter } from '../../pages/notice/public/ThemeFilter'
import '../../pages/notice/public/notice-public.css'
import { loadObjections } from '../data/requests'
import { useLoad } from '../data/useLoad'
import { useResident } from '../me'
import { Loadable } from '../parts/Loadable'
import { Page } from '../parts/Page'
import { useTimeWords } from '../useWords'

/** What is on notice in the own village, each line with a way to object; and what became of the own objections. */
export default function NoticePage() {
  const { t } = useTranslation('resident')
  const { site } = useResident()
  const notice = useLoad(`notice/${site.code}`, (signal) => loadNotice(site.code, signal))
  const objections = useLoad('objections', loadObjections)
  const [theme, setTheme] = useState<Theme | null>(null)
  const [objected, setObjected] = useState<NoticeLine | null>(null)
  return (
    <Page title={t('notice.title', { site: site.name })}>
      <p>{t('notice.how')}</p>
      <Objections objections={objections.data ?? []} />
      <Loadable loaded={notice}>
        {({ lines }) => (
          <div className="my-foreign">
            <ThemeFilter lines={lines} theme={theme} onChange={setTheme} />
            <NoticeCards lines={linesOfTheme(lines, theme)} onObject={setObjected} />
          </div>
        )}
      </Loadable>
      {objected !== null && (
        <ObjectDialog
          line={objected}
          isSignedIn
          onClose={() => setObjected(null)}
          onDone={() => {
            notice.reload()
            objections.reload()
          }}
        />
      )}
    </Page>
  )
}

function Objections({ objections }: { objections: readonly Objection[] }) {
  const { t } = useTranslation('resident')
  const { day } = useTimeWords()
  if (objections.length === 0) return null
  return (
    <section className="my-section" aria-labelledby="my-objections">
      <h2 id="my-objections">{t('notice.mine')}</h2>
      <ul className="my-plain-list">
        {objections.map(({ documentId, record, reason, state, filedAt, decision }) => (
          <li key={documentId}>
            <strong>{record.rule.name}</strong> <span className="my-quiet">{day(filedAt)}</span>
            <div>{t('notice.reason', { reason })}</div>
            <div>
              {t(`notice.state.${state}`)}
              {decision !== null && t('notice.decision', { reason: decision.reason })}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
