import { theme } from 'antd'
import { useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'

/** A common window of a desktop browser. */
const WIDTH = 1280
const HEIGHT = 760

/** A window of a desktop, made as small as the place that it has, for showing what others will see on theirs. */
export function DesktopFrame({ label, children }: { label: string; children: ReactNode }) {
  const { token } = theme.useToken()
  const frame = useRef<HTMLElement>(null)
  const [scale, setScale] = useState(1)
  useLayoutEffect(() => {
    const { current } = frame
    if (current === null) return undefined
    const fit = () => setScale(Math.min(1, current.clientWidth / WIDTH))
    const watching = new ResizeObserver(fit)
    watching.observe(current)
    fit()
    return () => watching.disconnect()
  }, [])
  return (
    <section
      ref={frame}
      aria-label={label}
      style={{
        width: '100%',
        height: HEIGHT * scale,
        overflow: 'hidden',
        borderRadius: token.borderRadiusLG,
        border: `1px solid ${token.colorBorder}`,
      }}
    >
      <div
        tabIndex={0}
        style={{
          width: WIDTH,
          height: HEIGHT,
          overflowY: 'auto',
          background: 'var(--ground)',
          transform: `scale(${scale})`,
          transformOrigin: '0 0',
        }}
      >
        {children}
      </div>
    </section>
  )
}
