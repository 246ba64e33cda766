import { useIsDark } from './mode'
import { tonesOf } from './tokens'

/** The colours of the state tones on the theme that is drawn now. */
export function useTones(): ReturnType<typeof tonesOf> {
  return tonesOf(useIsDark())
}
