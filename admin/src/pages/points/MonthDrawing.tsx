import type { ChartInk } from './chart-ink'
import { percentOn, scaleOf } from './chart-scale'
import type { Scale } from './chart-scale'
import type { MonthFigures } from './figures'

/** More names than this do not fit beside each other. */
const NAMES_MOST = 12

interface MonthDrawingProps {
  months: readonly MonthFigures[]
  /** Read out instead of the drawing. */
  description: string
  issued: string
  redeemed: string
  nameOf: (month: string) => string
  ink: ChartInk
}

/** Points issued in each month as bars, redeemed as a line: told apart by their form, not by colour alone. */
export function MonthDrawing({ months, description, nameOf, ink, ...words }: MonthDrawingProps) {
  const scale = scaleOf(months.flatMap(({ issued, redeemed }) => [issued, redeemed]))
  const every = Math.ceil(months.length / NAMES_MOST)
  return (
    <div role="img" aria-label={description} className="points-chart">
      <div className="points-chart-scale num">
        {scale.ticks.map((tick) => (
          <span key={tick} style={{ bottom: `${percentOn(scale, tick)}%` }}>
            {tick.toLocaleString()}
          </span>
        ))}
      </div>
      <div className="points-chart-plot">
        {scale.ticks.map((tick) => (
          <i key={tick} className="points-chart-line" style={{ bottom: `${percentOn(scale, tick)}%` }} />
        ))}
        <Redeemed months={months} scale={scale} colour={ink.redeemed} />
        {months.map((figures, index) => (
          <div key={figures.month} className="points-chart-column">
            <span className="points-chart-bar" style={{ ...barOf(scale, figures.issued), background: ink.issued }} />
            <i
              className="points-chart-dot"
              style={{ bottom: `${percentOn(scale, figures.redeemed)}%`, background: ink.redeemed }}
            />
            {(months.length - 1 - index) % every === 0 && (
              <span className="points-chart-name">{nameOf(figures.month)}</span>
            )}
            <span className="points-chart-tip">
              <strong>{nameOf(figures.month)}</strong>
              <Figure colour={ink.issued} word={words.issued} figure={figures.issued} />
              <Figure colour={ink.redeemed} word={words.redeemed} figure={figures.redeemed} />
            </span>
          </div>
        ))}
      </div>
    </div>
  )
}

function Figure({ colour, word, figure }: { colour: string; word: string; figure: number }) {
  return (
    <span>
      <i style={{ background: colour }} /> {word} <span className="num">{figure.toLocaleString()}</span>
    </span>
  )
}

/** From zero up, or down for what was taken away. */
function barOf(scale: Scale, figure: number): { bottom: string; height: string } {
  const from = percentOn(scale, Math.min(0, figure))
  return { bottom: `${from}%`, height: `${percentOn(scale, Math.max(0, figure)) - from}%` }
}

interface RedeemedProps {
  months: readonly MonthFigures[]
  scale: Scale
  colour: string
}

/** The line through the columns' middles, stretched with its frame and as thick as it was meant. */
function Redeemed({ months, scale, colour }: RedeemedProps) {
  const points = months.map(({ redeemed }, index) => `${index + 0.5},${100 - percentOn(scale, redeemed)}`)
  return (
    <svg viewBox={`0 0 ${months.length} 100`} preserveAspectRatio="none" className="points-chart-redeemed">
      <polyline
        points={points.join(' ')}
        fill="none"
        stroke={colour}
        strokeWidth="2"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
