/** The mark of the product: a house that stands open. Decoration only; the name is written beside it. */
export function BrandMark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#C7361B" />
      <path
        d="M9 21.5V12h14v9.5M6.5 12 16 6l9.5 6M13 21.5v-5h6v5M6.5 25h19"
        fill="none"
        stroke="#fff"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
