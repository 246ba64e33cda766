import { DAY_MS, MINUTE_MS, type Instant } from '@practice/kernel'
import type { NotificationFacts, NotificationKind } from './notification'

/** How long a notification waits for its mail: what is read in the console by then is not sent. */
export const MAIL_DELAY_MS = 5 * MINUTE_MS

/** How long a server that took mail to send has for it, before another one may. */
export const MAIL_CLAIM_MS = 10 * MINUTE_MS

/** How long until mail that failed so often is tried again; after the last it is given up. */
const BACKOFF_MS = [1, 5, 30, 120, 720].map((minutes) => minutes * MINUTE_MS)

/** When mail that has failed `attempts` times is tried again, or null when it is given up. */
export function nextAttemptAt(attempts: number, now: Instant): Instant | null {
  const wait = BACKOFF_MS[attempts - 1]
  return wait === undefined ? null : now + wait
}

/** What was read is kept this long, what was not a little longer. */
export const READ_KEPT_MS = 30 * DAY_MS
export const UNREAD_KEPT_MS = 90 * DAY_MS

const WORDS: Readonly<Record<NotificationKind, string>> = {
  order_placed: '新单待派',
  order_declined: '队伍退回，待重新派单',
  order_overdue: '已逾期',
  order_escalated: '已督办到你',
  order_pooled: '开放抢单',
  order_dispatched: '派给你的队伍，待接单',
  order_completed: '服务已完成，请评价',
  record_waiting: '积分待评议',
  record_rejected: '积分记录未通过评议',
  objection_filed: '公示异议待裁定',
  flag_raised: '积分预警待处理',
  article_submitted: '稿件待审',
  article_returned: '稿件被退回修改',
  article_approved: '稿件已通过审核',
  article_published: '稿件已发布',
}

/** One line of a digest. Reasons and people's names stay in the console: mail passes through other hands. */
export interface MailLine {
  kind: NotificationKind
  facts: NotificationFacts
}

/** A digest as it is sent. */
export interface MailText {
  subject: string
  text: string
}

const LINES_MAX = 30

/** The digest of what waits for somebody; `address` is where the console is, empty when it is not known. */
export function mailOf(displayName: string, lines: readonly MailLine[], address: string): MailText {
  const shown = lines.slice(0, LINES_MAX).map(lineOf)
  const more = lines.length > LINES_MAX ? [`…… 另有 ${lines.length - LINES_MAX} 条`] : []
  const where = address === '' ? '请登录文明实践台查看。' : `请登录文明实践台查看：${address}/notifications`
  const off = '不想再收邮件，可在「消息 → 消息设置」里关闭。本邮件由系统发出，请勿回复。'
  return {
    subject: lines.length === 1 ? `文明实践台：${shown[0] ?? ''}` : `文明实践台：${lines.length} 条待办消息`,
    text: [`${displayName}：`, '', ...shown.map((line) => `· ${line}`), ...more, '', where, '', off].join('\n'),
  }
}

function lineOf({ kind, facts: { title, number, place, count } }: MailLine): string {
  const what = [place, title, number].filter((part) => part !== undefined && part !== '').join(' · ')
  return `${WORDS[kind]}${count === undefined ? '' : ` ${count} 条`}：${what}`
}
