import { Flex, Typography } from 'antd'
import type { ReactNode } from 'react'

interface PageHeaderProps {
  title: ReactNode
  /** One quiet line below the title. */
  hint?: ReactNode
  /** Buttons on the right; below the title on a phone. */
  actions?: ReactNode
}

/** The head of a page: its `h1`, and what can be done with all of it. */
export function PageHeader({ title, hint, actions }: PageHeaderProps) {
  return (
    <Flex wrap justify="space-between" align="center" gap={12} style={{ marginBottom: 16 }}>
      <div>
        <Typography.Title level={1} style={{ margin: 0, fontSize: 20, lineHeight: '32px' }}>
          {title}
        </Typography.Title>
        {hint !== undefined && <Typography.Text type="secondary">{hint}</Typography.Text>}
      </div>
      {actions !== undefined && (
        <Flex wrap gap={8}>
          {actions}
        </Flex>
      )}
    </Flex>
  )
}
