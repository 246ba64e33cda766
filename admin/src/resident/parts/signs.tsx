import type { ReactNode } from 'react'

/** Drawn signs: decoration only, each stands beside its word. */
function Sign({ children }: { children: ReactNode }) {
  return (
    <svg
      className="my-sign"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}

export const MenuSign = () => (
  <Sign>
    <path d="M4 5h6v6H4zM14 5h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z" />
  </Sign>
)
export const OrdersSign = () => (
  <Sign>
    <path d="M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6" />
  </Sign>
)
export const CardSign = () => (
  <Sign>
    <path d="M3 6h18v12H3zM3 10h18M7 15h4" />
  </Sign>
)
export const NoticeSign = () => (
  <Sign>
    <path d="M4 9v6h3l7 4V5L7 9zM18 9a4 4 0 0 1 0 6" />
  </Sign>
)
export const NewsSign = () => (
  <Sign>
    <path d="M4 5h13v14H6a2 2 0 0 1-2-2zM17 9h3v8a2 2 0 0 1-2 2M7 9h7M7 13h7" />
  </Sign>
)
export const PersonSign = () => (
  <Sign>
    <circle cx="12" cy="8" r="4" />
    <path d="M4 21c1-5 4-7 8-7s7 2 8 7" />
  </Sign>
)
export const BackSign = () => (
  <Sign>
    <path d="m15 5-7 7 7 7" />
  </Sign>
)
export const DoneSign = () => (
  <Sign>
    <path d="m5 12 5 5 9-10" />
  </Sign>
)
export const NowSign = () => (
  <Sign>
    <circle cx="12" cy="12" r="8" />
    <path d="M12 8v4l3 2" />
  </Sign>
)
export const OpenSign = () => (
  <Sign>
    <path d="M7 12h10" />
  </Sign>
)
/** A star that is given, or one that is not. */
export const StarSign = ({ isOn }: { isOn: boolean }) => (
  <svg className="my-sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path
      d="m12 3 2.8 5.9 6.2.8-4.6 4.4 1.2 6.3L12 17.3l-5.6 3.1 1.2-6.3L3 9.7l6.2-.8z"
      fill={isOn ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinejoin="round"
    />
  </svg>
)
