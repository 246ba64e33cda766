import { tonesOf } from '../../theme/tokens'

/** The colours of a chart's figures on a light or a dark ground; lines and words have the page's own. */
export interface ChartInk {
  issued: string
  redeemed: string
}

/** The ink of the theme that is shown. */
export function chartInk(isDark: boolean): ChartInk {
  const tones = tonesOf(isDark)
  return { issued: tones.inHand.solid, redeemed: tones.waiting.solid }
}
