import type { Instant } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { MAIL_CLAIM_MS, mailOf, nextAttemptAt } from '../../domain/notification-mail'
import { claimMail, findMailbox, findMailDue, settleMail } from '../store/notification-mail'

/** The part of Strapi's e-mail plugin that sends, whatever provider stands behind it. */
interface Email {
  send(mail: { to: string; subject: string; text: string }): Promise<unknown>
}

const ACCOUNTS_AT_ONCE = 100

/** Mail about notifications: an outbox in the database, from which each account gets one digest per run. */
export const mail = ({ strapi }: { strapi: Core.Strapi }) => {
  const email = () => strapi.plugin('email').service('email') as unknown as Email

  /** Whether there was something to send, and it was sent. */
  async function sendTo(userId: number, now: Instant): Promise<boolean> {
    const db = strapi.db.connection
    const mailbox = await findMailbox(db, userId)
    const due = await claimMail(db, userId, now, now + MAIL_CLAIM_MS)
    if (due.length === 0) return false
    if (mailbox === null) {
      await settleMail(db, due, { retryAt: () => null })
      return false
    }
    const { subject, text } = mailOf(mailbox.displayName, due, strapi.config.get('server.url', ''))
    try {
      await email().send({ to: mailbox.address, subject, text })
    } catch (error) {
      strapi.log.warn(`mail to account ${userId} was not sent: ${String(error)}`)
      await settleMail(db, due, { retryAt: (attempts) => nextAttemptAt(attempts, now) })
      return false
    }
    await settleMail(db, due, { sentAt: now })
    return true
  }

  return {
    /** Whether this server sends mail at all. */
    isOn(): boolean {
      return strapi.plugin('access').config('sendsMail') === true
    },

    /**
     * Sends what is due. Any number of servers may run this at once: what one has taken is not another's to send. A
     * server that dies between sending and noting it sends once more. Answers how many digests went out.
     */
    async run(now: Instant): Promise<number> {
      let sent = 0
      for (const userId of await findMailDue(strapi.db.connection, now, ACCOUNTS_AT_ONCE)) {
        if (await sendTo(userId, now)) sent++
      }
      return sent
    },
  }
}
