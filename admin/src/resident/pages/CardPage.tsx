import type { Card, StatementEntry } from '@practice/scoring/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { loadCards, loadStatement } from '../data/requests'
import { useLoad } from '../data/useLoad'
import { Balance } from '../parts/Balance'
import { Loadable } from '../parts/Loadable'
import { Page } from '../parts/Page'
import { Pictures } from '../parts/Pictures'
import { useTimeWords } from '../useWords'
import { StatementLinkBox } from './StatementLinkBox'

/** The household's cards with what came to them and what left them. */
export function CardPage() {
  const { t } = useTranslation('resident')
  const cards = useLoad('cards', loadCards)
  return (
    <Page title={t('card.title')}>
      <Loadable loaded={cards} lines={5}>
        {(all) =>
          all.length === 0 ? (
            <p className="my-empty">{t('card.none')}</p>
          ) : (
            all.map((card) => <OwnCard key={card.number} card={card} />)
          )
        }
      </Loadable>
    </Page>
  )
}

function OwnCard({ card }: { card: Card }) {
  const { t } = useTranslation('resident')
  return (
    <section aria-label={t('card.of', { name: card.holder.name })}>
      <Balance {...card} holder={card.holder.name} more={t('card.earned', { count: card.earnedThisYear })} />
      <OwnStatement number={card.number} />
      <StatementLinkBox number={card.number} />
    </section>
  )
}

function OwnStatement({ number }: { number: string }) {
  const { t } = useTranslation('resident')
  const [pages, setPages] = useState(1)
  const statement = useLoad(`statement/${number}/${pages}`, (signal) => loadPages(number, pages, signal))
  return (
    <>
      <h2>{t('card.statement')}</h2>
      <Loadable loaded={statement}>
        {({ rows, isWhole }) => (
          <>
            {rows.length === 0 && <p className="my-empty">{t('card.noLines')}</p>}
            <ul className="my-lines">
              {rows.map((entry) => (
                <li key={entry.sequence}>
                  <Line entry={entry} />
                </li>
              ))}
            </ul>
            {!isWhole && (
              <button type="button" className="my-button my-wide" onClick={() => setPages((count) => count + 1)}>
                {t('action.more')}
              </button>
            )}
          </>
        )}
      </Loadable>
    </>
  )
}

async function loadPages(number: string, pages: number, signal: AbortSignal) {
  const rows: StatementEntry[] = []
  for (let page = 1; ; page += 1) {
    const { data, meta } = await loadStatement(number, page, signal)
    rows.push(...data)
    if (page >= meta.pagination.pageCount) return { rows, isWhole: true }
    if (page >= pages) return { rows, isWhole: false }
  }
}

/** One line; what it stands on opens below it. */
function Line({ entry }: { entry: StatementEntry }) {
  const { t } = useTranslation('resident')
  const { day, when } = useTimeWords()
  const goods = entry.goods.map(({ name, quantity }) => t('card.goods', { name, count: quantity }))
  const title = entry.rule?.name ?? (goods.length > 0 ? goods.join(t('form.separator')) : null)
  const facts = [
    [t('card.fact.occurredAt'), entry.occurredAt === null ? null : day(entry.occurredAt)],
    [t('card.fact.quantity'), entry.quantity === null || entry.quantity === 1 ? null : String(entry.quantity)],
    [t('card.fact.reason'), entry.reason],
    [t('card.fact.who'), entry.who.name],
    [t('card.fact.document'), entry.document],
    [t('card.fact.at'), when(entry.at)],
    [t('card.fact.hash'), entry.hash],
  ] as const
  return (
    <details>
      <summary>
        <span>
          <strong>{title ?? t(`card.kind.${entry.kind}`)}</strong>
          <span className="my-quiet">{t('card.line', { kind: t(`card.kind.${entry.kind}`), day: day(entry.at) })}</span>
        </span>
        <span className="my-change num">
          <strong>{t('card.change', { points: signed(entry.change) })}</strong>
          <span className="my-quiet">{t('card.left', { count: entry.balance })}</span>
        </span>
      </summary>
      <dl className="my-facts">
        {facts.map(([label, value]) =>
          value === null ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <Pictures files={entry.evidence} />
    </details>
  )
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : `−${Math.abs(points)}`
}
