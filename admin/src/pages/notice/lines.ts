import type { NoticeLine, Theme } from '@practice/scoring/contracts'

/** Lines of one theme, or all of them. */
export function linesOfTheme(lines: readonly NoticeLine[], theme: Theme | null): NoticeLine[] {
  return theme === null ? [...lines] : lines.filter((line) => line.theme === theme)
}

/** How many lines each theme has. */
export function countByTheme(lines: readonly NoticeLine[]): ReadonlyMap<Theme, number> {
  const counts = new Map<Theme, number>()
  for (const { theme } of lines) counts.set(theme, (counts.get(theme) ?? 0) + 1)
  return counts
}

/** The last end among the lines (ISO): until when the notice hangs; null without lines. */
export function lastEndOf(lines: readonly NoticeLine[]): string | null {
  return lines.reduce<string | null>((last, { until }) => (last === null || until > last ? until : last), null)
}

/** What the lines come to. */
export function sumOf(lines: readonly NoticeLine[]): number {
  return lines.reduce((sum, { points }) => sum + points, 0)
}
