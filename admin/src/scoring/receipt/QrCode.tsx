import { Skeleton } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { modulesPath } from './modules-path'

interface QrCodeProps {
  text: string
  /** What it leads to, for those who do not see it. */
  label: string
  /** Any CSS length. */
  size: string
}

/** A QR code as a drawing, sharp on paper of any size. Its library is fetched with the first one. */
export function QrCode({ text, label, size }: QrCodeProps) {
  const code = useQuery({
    queryKey: ['qr', text],
    queryFn: async () => {
      const { create } = await import('qrcode')
      const { modules } = create(text, { errorCorrectionLevel: 'M' })
      return { side: modules.size, path: modulesPath(modules.data, modules.size) }
    },
    networkMode: 'always',
    staleTime: Infinity,
  })
  if (code.data === undefined) return <Skeleton.Node active style={{ width: size, height: size }} />
  const { side, path } = code.data
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`-2 -2 ${side + 4} ${side + 4}`}
      shapeRendering="crispEdges"
      style={{ width: size, height: size, background: '#fff', display: 'block' }}
    >
      <path d={path} fill="#000" />
    </svg>
  )
}
