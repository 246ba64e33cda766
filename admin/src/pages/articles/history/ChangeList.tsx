import type { ArticleChangeView } from '@practice/access/contracts'
import { Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { useTimeWords } from '../../../time/useTime'

/** What changed, field by field: what was there is struck out, what came is below it. */
export function ChangeList({ changes }: { changes: readonly ArticleChangeView[] }) {
  const { t } = useTranslation('articles')
  if (changes.length === 0) return null
  return (
    <dl style={{ margin: 0, display: 'grid', gridTemplateColumns: 'max-content minmax(0, 1fr)', gap: '4px 12px' }}>
      {changes.map((change) => (
        <div key={change.field} style={{ display: 'contents' }}>
          <dt>
            <Typography.Text type="secondary">{t(`field.${change.field}`)}</Typography.Text>
          </dt>
          <dd style={{ margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
            <Change change={change} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Change({ change }: { change: ArticleChangeView }) {
  const { t } = useTranslation('articles')
  const { full } = useTimeWords()
  const { field, from, to, pictures } = change
  if (field === 'cover') return <CoverChange from={from} to={to} />
  if (field === 'pictures') return <>{(pictures ?? []).map((one) => wordsOf(one)).join('\n')}</>
  const text = (value: string) => (field === 'publishAt' ? full(value) : value)
  return (
    <>
      {from !== null && <del style={{ color: 'var(--text-quiet)' }}>{text(from)}</del>}
      {from !== null && to !== null && <br />}
      {to !== null && <ins style={{ textDecoration: 'none' }}>{text(to)}</ins>}
    </>
  )

  function wordsOf({ from: before, to: after }: NonNullable<ArticleChangeView['pictures']>[number]): string {
    const note = after ?? before
    const name = note === null || note.alt === '' ? t('history.pictureWithoutAlt') : note.alt
    if (after === null) return t('history.pictureGone', { name })
    const consent = t(`consentShort.${after.consent ?? 'unknown'}`)
    return t(before === null ? 'history.pictureNew' : 'history.pictureChanged', { name, consent })
  }
}

function CoverChange({ from, to }: { from: string | null; to: string | null }) {
  const { t } = useTranslation('articles')
  if (to === null) return <>{t('history.coverGone')}</>
  return (
    <>
      {t(from === null ? 'history.coverNew' : 'history.coverChanged')}
      <br />
      <img src={to} alt={t('history.cover')} loading="lazy" style={{ height: 60, borderRadius: 4 }} />
    </>
  )
}
