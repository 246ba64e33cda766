import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { ApiError } from '../api/error'
import { useRefusalText } from './useRefusalText'

interface RefusalAlertProps {
  /** What was thrown; nothing is drawn for `null` and `undefined`. */
  error: unknown
  /** Namespaces with sentences of their own, see `useRefusalText`. */
  namespace?: string | readonly string[]
  /** A button that helps, such as trying again. */
  action?: ReactNode
}

/** Why something was not done, in words, to be put beside what caused it. Announced to screen readers. */
export function RefusalAlert({ error, namespace = 'common', action }: RefusalAlertProps) {
  const textOf = useRefusalText(namespace)
  if (error === null || error === undefined) return null
  const isRefusal = error instanceof ApiError && error.status >= 400 && error.status < 500
  return (
    <Alert
      role="alert"
      showIcon
      type={isRefusal ? 'warning' : 'error'}
      message={textOf(error)}
      description={
        error instanceof ApiError && Object.keys(error.fields).length > 0 ? <FieldList error={error} /> : undefined
      }
      action={action}
    />
  )
}

/** What the server says about single fields, where no form shows it beside them. */
function FieldList({ error }: { error: ApiError }) {
  const lines = Object.entries(error.fields)
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {lines.map(([path, messages]) => (
        <li key={path}>
          <code>{path}</code> {messages.join('; ')}
        </li>
      ))}
    </ul>
  )
}
