import { theme } from 'antd'
import type { ThemeConfig } from 'antd'

/** The warm red of the brand mark and the primary button, and of nothing else. */
export const ACCENT = '#C7361B'

/** The system's fonts. */
const FONT_FAMILY = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',system-ui,sans-serif"

/** What a thumb needs, in pixels. */
const THUMB_PX = 44

/** What a state's colour means: waits, in hand, done, overdue, closed. Always beside a word and a sign. */
export const STATE_TONES = ['waiting', 'inHand', 'done', 'overdue', 'closed'] as const
export type StateTone = (typeof STATE_TONES)[number]

/** Text and ground of a state's tag; every pair has a contrast of at least 4.5 : 1. */
export interface ToneColours {
  text: string
  ground: string
  /** For bars, dots and lines, where no text stands. */
  solid: string
}

const LIGHT: Readonly<Record<StateTone, ToneColours>> = {
  waiting: { text: '#8A4B08', ground: '#FFF3E0', solid: '#E08A1E' },
  inHand: { text: '#1B4F91', ground: '#E8F1FC', solid: '#3B7DD8' },
  done: { text: '#1E6B34', ground: '#E7F6EB', solid: '#3A9E5B' },
  overdue: { text: '#A8150C', ground: '#FDEBEA', solid: '#D93025' },
  closed: { text: '#56606D', ground: '#EEF0F3', solid: '#9AA4B0' },
}

const DARK: Readonly<Record<StateTone, ToneColours>> = {
  waiting: { text: '#FFC27A', ground: '#3A2A14', solid: '#E08A1E' },
  inHand: { text: '#9CC5FF', ground: '#17293F', solid: '#4E8FE6' },
  done: { text: '#8FDBA6', ground: '#16301F', solid: '#46AD68' },
  overdue: { text: '#FF9C94', ground: '#3D1B19', solid: '#E5534A' },
  closed: { text: '#AEB8C4', ground: '#272E37', solid: '#6D7885' },
}

/** The colours of the five tones on the theme that is drawn. */
export function tonesOf(isDark: boolean): Readonly<Record<StateTone, ToneColours>> {
  return isDark ? DARK : LIGHT
}

/** Derived twice, as a button's colours are, what destroys would be too dark to read on dark. */
const DARK_BUTTON = {
  colorBgContainer: '#1B2027',
  colorError: '#FF8A80',
  colorErrorHover: '#FFA69E',
  colorErrorActive: '#F0736A',
  dangerColor: '#12161B',
}

/**
 * Ant Design's tokens. Selection, focus and links take a quiet slate and blue, so that the accent stays with the
 * primary button and red with what is overdue. Text is 14 px, 16 px on a phone, where targets are 44 px high.
 */
export function antdTheme(isDark: boolean, isPhone: boolean): ThemeConfig {
  const slate = isDark ? '#9DB4D0' : '#3D5A80'
  // Buttons and fields that are small beside a mouse are not under a thumb.
  const small = isPhone ? { controlHeightSM: THUMB_PX } : {}
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: slate,
      colorInfo: slate,
      // Derived from the slate they would be a heavy grey.
      colorInfoBg: isDark ? '#1C2836' : '#EFF4FA',
      colorInfoBorder: isDark ? '#34465C' : '#C9D6E6',
      colorLink: isDark ? '#9CC5FF' : '#1B5AA8',
      // Derived they would be too pale to read in light, and too dark in dark.
      colorLinkHover: isDark ? '#C3DCFF' : '#124178',
      colorLinkActive: isDark ? '#C3DCFF' : '#124178',
      colorError: isDark ? '#E5534A' : '#C5221F',
      colorBgLayout: isDark ? '#12161B' : '#F3F4F6',
      colorBgContainer: isDark ? '#1B2027' : '#FFFFFF',
      colorBgElevated: isDark ? '#222831' : '#FFFFFF',
      colorTextSecondary: isDark ? '#A3AEBB' : '#5B6675',
      colorTextTertiary: isDark ? '#A3AEBB' : '#5B6675',
      colorTextPlaceholder: isDark ? '#8B97A5' : '#6B7684',
      colorTextDescription: isDark ? '#A3AEBB' : '#5B6675',
      controlItemBgActive: isDark ? '#273240' : '#EAEFF5',
      controlItemBgActiveHover: isDark ? '#2E3B4B' : '#DFE7F0',
      borderRadius: 8,
      fontFamily: FONT_FAMILY,
      fontSize: isPhone ? 16 : 14,
      controlHeight: isPhone ? THUMB_PX : 32,
      fontWeightStrong: 600,
      wireframe: false,
    },
    components: {
      Button: {
        ...small,
        colorPrimary: ACCENT,
        // Derived it would be too pale for white words.
        colorPrimaryHover: '#A82C15',
        algorithm: true,
        ...(isDark ? DARK_BUTTON : {}),
        primaryShadow: 'none',
        defaultShadow: 'none',
        defaultHoverColor: slate,
        defaultHoverBorderColor: slate,
        defaultActiveColor: slate,
        defaultActiveBorderColor: slate,
      },
      Menu: { itemBorderRadius: 8, activeBarBorderWidth: 0 },
      Input: small,
      InputNumber: small,
      Select: small,
      Segmented: small,
      Modal: { titleFontSize: 16 },
    },
  }
}
