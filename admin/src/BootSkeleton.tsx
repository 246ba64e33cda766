/** The console's outline while its code is on the way: the same places as the shell's, without any text. */
export function BootSkeleton() {
  return (
    <div className="boot" aria-busy="true">
      <div className="boot-side" />
      <div className="boot-main">
        <div className="boot-line" />
        <div className="boot-line" />
        <div className="boot-block" />
      </div>
    </div>
  )
}
