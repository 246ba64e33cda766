import type { AuditEntry } from '@practice/access/contracts'
import { useTranslation } from 'react-i18next'

/** The names of uploaded files, as the entry of an upload keeps them. */
function fileNames(files: unknown): string[] {
  if (!Array.isArray(files)) return []
  return files.flatMap((file: unknown) =>
    typeof file === 'object' && file !== null && 'name' in file && typeof file.name === 'string' ? [file.name] : [],
  )
}

/** An entry of the audit log in words; what a later version adds stands by its code. */
export function useAuditWords() {
  const { t, i18n } = useTranslation(['audit', 'common'])
  const word = (key: string, code: string) => (i18n.exists(key) ? t(key) : code)
  const role = (entry: AuditEntry) => word(`common:role.${entry.role}`, entry.role)
  const action = (entry: AuditEntry) =>
    word(`audit:action.${entry.action}`, word(`common:verb.${entry.action}`, entry.action))
  const subject = (entry: AuditEntry) => word(`audit:type.${entry.subjectType}`, entry.subjectType)

  /** What happened, in one line: never empty, whatever the entry keeps. */
  const detail = (entry: AuditEntry): string => {
    const { number, name, field, reason, files, columns } = entry.detail
    const names = fileNames(files)
    if (entry.action === 'login') return t('said.login')
    if (entry.action === 'login_failed') return t(entry.subjectId === null ? 'said.loginUnknown' : 'said.loginFailed')
    if (names.length > 0) return t('said.upload', { names: names.join(t('common:form.listSeparator')) })
    if (entry.subjectType === 'order' && typeof number === 'string') {
      return t('said.order', { action: action(entry), number })
    }
    if (typeof field === 'string') {
      const what = t('said.reveal', { field: word(`audit:field.${field}`, field) })
      return typeof reason === 'string' ? `${what}${t('common:separator')}${reason}` : what
    }
    const done =
      typeof number === 'string'
        ? t('said.numbered', { action: action(entry), number })
        : t('said.other', { action: action(entry), subject: typeof name === 'string' ? name : subject(entry) })
    if (typeof reason === 'string') return `${done}${t('common:separator')}${reason}`
    return Array.isArray(columns) && columns.length > 0
      ? `${done}${t('common:separator')}${t('said.columns', { count: columns.length })}`
      : done
  }
  const choices = (key: string) => Object.entries(t(key, { returnObjects: true }) as Record<string, string>)
  const actions = [
    ...choices('action'),
    ...choices('common:verb').filter(([code]) => !i18n.exists(`audit:action.${code}`)),
  ]
  const types = choices('type')
  return { role, action, subject, detail, actions, types }
}
