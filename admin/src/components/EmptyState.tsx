import { Flex, Typography } from 'antd'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  /** What there is not. */
  title: ReactNode
  /** Why, and what one does next. */
  hint?: ReactNode
  action?: ReactNode
}

/** What stands where rows would: says why there are none and what comes next. */
export function EmptyState({ title, hint, action }: EmptyStateProps) {
  return (
    <Flex vertical align="center" gap={8} style={{ padding: '48px 16px', textAlign: 'center' }}>
      <Typography.Text strong style={{ fontSize: 16 }}>
        {title}
      </Typography.Text>
      {hint !== undefined && (
        <Typography.Text type="secondary" style={{ maxWidth: 480 }}>
          {hint}
        </Typography.Text>
      )}
      {action !== undefined && (
        <Flex wrap gap={8} justify="center" style={{ marginTop: 8 }}>
          {action}
        </Flex>
      )}
    </Flex>
  )
}
