import { FONT_FAMILY, tonesOf } from '../../theme/tokens'
import type { ChartInk } from './chart-options'

/** The colours of a chart on a light or a dark ground; the same greys as the page's own. */
export function chartInk(isDark: boolean): ChartInk {
  const tones = tonesOf(isDark)
  return {
    text: isDark ? '#A3AEBB' : '#5B6675',
    line: isDark ? '#2D343D' : '#E3E6EA',
    surface: isDark ? '#222831' : '#FFFFFF',
    issued: tones.inHand.solid,
    redeemed: tones.waiting.solid,
    font: FONT_FAMILY,
  }
}
