import type { NoticeLine } from '@practice/scoring/contracts'
import { useTranslation } from 'react-i18next'
import { noticeSheet } from '../../scoring/export/notice'
import { lastMomentOf } from '../../scoring/words/notice-end'
import { useDay } from '../articles/reader/useDay'
import { sumOf } from './lines'
import type { NoticeFacts } from './load'

/** Makes the sheet of a notice in the language that is shown. */
export function useNoticeSheet(): (facts: NoticeFacts, lines: readonly NoticeLine[]) => ReturnType<typeof noticeSheet> {
  const { t } = useTranslation(['notice', 'scoring'])
  const day = useDay()
  return ({ site, head, at }, lines) =>
    noticeSheet(lines, {
      title: t('public.titleOf', { site: site.name }),
      facts: t('paper.intro', { count: lines.length, points: sumOf(lines), at: day(at) }),
      head: t('scoring:export.head', { hash: head }),
      seal: [t('paper.by', { site: site.name }), t('paper.seal'), t('paper.date')].join('  '),
      theme: (theme) => t(`scoring:theme.${theme}`),
      day,
      lastDay: (until) => day(lastMomentOf(until)),
      held: t('public.held'),
      column: (name) => t(`column.${name}`),
    })
}
