import { useEffect, useState } from 'react'
import { modulesPath } from '../../scoring/receipt/modules-path'

interface CodeProps {
  text: string
  /** What it leads to, for those who do not see it. */
  label: string
}

/** A QR code as a drawing. Its library is fetched with the first one. */
export function Code({ text, label }: CodeProps) {
  const [drawing, setDrawing] = useState<{ side: number; path: string } | null>(null)
  useEffect(() => {
    let isLeft = false
    void import('qrcode').then(({ create }) => {
      const { modules } = create(text, { errorCorrectionLevel: 'M' })
      if (!isLeft) setDrawing({ side: modules.size, path: modulesPath(modules.data, modules.size) })
    })
    return () => {
      isLeft = true
    }
  }, [text])
  if (drawing === null) return <div className="my-skeleton my-code" />
  const { side, path } = drawing
  return (
    <svg
      role="img"
      aria-label={label}
      className="my-code"
      viewBox={`-2 -2 ${side + 4} ${side + 4}`}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  )
}
