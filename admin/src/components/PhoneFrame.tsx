import { theme } from 'antd'
import type { ReactNode } from 'react'

interface PhoneFrameProps {
  /** What is shown, for screen readers. */
  label: string
  /** Height of the screen, any CSS length. */
  height?: string
  children: ReactNode
}

/** A phone's screen, as wide as the narrowest in use, for showing what others will see on theirs. */
export function PhoneFrame({ label, height = 'min(640px, calc(100dvh - 200px))', children }: PhoneFrameProps) {
  const { token } = theme.useToken()
  return (
    <section
      aria-label={label}
      style={{
        boxSizing: 'border-box',
        width: 340,
        maxWidth: '100%',
        padding: 8,
        borderRadius: 32,
        background: token.colorFillSecondary,
        border: `1px solid ${token.colorBorderSecondary}`,
      }}
    >
      <div
        tabIndex={0}
        style={{
          height,
          overflowY: 'auto',
          overscrollBehavior: 'contain',
          borderRadius: 24,
          background: token.colorBgContainer,
        }}
      >
        {children}
      </div>
    </section>
  )
}
