import auditEntry from './audit-entry/schema.json'
import fileClaim from './file-claim/schema.json'
import idempotencyKey from './idempotency-key/schema.json'
import listView from './list-view/schema.json'
import loginAttempt from './login-attempt/schema.json'
import notification from './notification/schema.json'
import notificationChoice from './notification-choice/schema.json'

/** The tables of access. */
export const contentTypes = {
  'audit-entry': { schema: auditEntry },
  'file-claim': { schema: fileClaim },
  'idempotency-key': { schema: idempotencyKey },
  'list-view': { schema: listView },
  'login-attempt': { schema: loginAttempt },
  notification: { schema: notification },
  'notification-choice': { schema: notificationChoice },
}
