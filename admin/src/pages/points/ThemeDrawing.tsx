import type { ChartInk } from './chart-ink'
import type { ThemeFigures } from './figures'

interface ThemeDrawingProps {
  themes: readonly ThemeFigures[]
  /** Read out instead of the drawing. */
  description: string
  nameOf: (theme: string) => string
  ink: ChartInk
}

/** Points issued under each theme, the first theme on top. */
export function ThemeDrawing({ themes, description, nameOf, ink }: ThemeDrawingProps) {
  const most = Math.max(1, ...themes.map(({ issued }) => issued))
  return (
    <div role="img" aria-label={description} className="points-themes">
      {themes.map(({ theme, issued }) => (
        <div key={theme} className="points-theme">
          <span>{nameOf(theme)}</span>
          <span className="points-theme-track">
            <i style={{ width: `${(Math.max(0, issued) / most) * 100}%`, background: ink.issued }} />
            <span className="num">{issued.toLocaleString()}</span>
          </span>
        </div>
      ))}
    </div>
  )
}
