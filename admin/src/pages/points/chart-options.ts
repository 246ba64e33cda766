import type { MonthFigures, ThemeFigures } from './figures'

/** The colours that a chart is drawn with, from the theme that is shown. */
export interface ChartInk {
  text: string
  line: string
  surface: string
  issued: string
  redeemed: string
  /** Families as a stylesheet names them. */
  font: string
}

/** The words of a chart. */
export interface ChartWords {
  /** Read out instead of the drawing. */
  description: string
  issued: string
  redeemed: string
  /** The name of a row: a month, a theme. */
  nameOf: (key: string) => string
}

interface ChartLook {
  ink: ChartInk
  isStill: boolean
}

const FONT_SIZE = 12
const BAR_WIDTH_MAX = 28

/** What both charts share: no frame, quiet lines, and no movement for those who asked for none. */
function common({ ink, isStill }: ChartLook, description: string) {
  return {
    animation: !isStill,
    aria: { enabled: true, label: { description } },
    textStyle: { color: ink.text, fontFamily: ink.font },
    tooltip: {
      trigger: 'axis' as const,
      axisPointer: { type: 'shadow' as const },
      backgroundColor: ink.surface,
      borderColor: ink.line,
      textStyle: { color: ink.text, fontSize: FONT_SIZE },
      transitionDuration: isStill ? 0 : 0.2,
    },
  }
}

const valueAxis = (ink: ChartInk) => ({
  type: 'value' as const,
  minInterval: 1,
  axisLabel: { color: ink.text, fontSize: FONT_SIZE },
  splitLine: { lineStyle: { color: ink.line } },
})

const nameAxis = (ink: ChartInk, names: string[]) => ({
  type: 'category' as const,
  data: names,
  axisTick: { show: false },
  axisLine: { lineStyle: { color: ink.line } },
  axisLabel: { color: ink.text, fontSize: FONT_SIZE },
})

/** Points issued in each month as bars, redeemed as a line: told apart by their form, not by colour alone. */
export function monthOption(months: readonly MonthFigures[], words: ChartWords, look: ChartLook) {
  const { ink } = look
  return {
    ...common(look, words.description),
    grid: {
      left: 0,
      right: 8,
      top: 12,
      bottom: 0,
      outerBoundsMode: 'same' as const,
      outerBoundsContain: 'axisLabel' as const,
    },
    xAxis: nameAxis(
      ink,
      months.map(({ month }) => words.nameOf(month)),
    ),
    yAxis: valueAxis(ink),
    series: [
      {
        type: 'bar' as const,
        name: words.issued,
        data: months.map(({ issued }) => issued),
        barMaxWidth: BAR_WIDTH_MAX,
        itemStyle: { color: ink.issued, borderRadius: [3, 3, 0, 0] },
      },
      {
        type: 'line' as const,
        name: words.redeemed,
        data: months.map(({ redeemed }) => redeemed),
        symbol: 'circle',
        symbolSize: 7,
        lineStyle: { color: ink.redeemed, width: 2 },
        itemStyle: { color: ink.redeemed },
      },
    ],
  }
}

/** Points issued under each theme, the first theme on top. */
export function themeOption(themes: readonly ThemeFigures[], words: ChartWords, look: ChartLook) {
  const { ink } = look
  return {
    ...common(look, words.description),
    grid: {
      left: 0,
      right: 48,
      top: 0,
      bottom: 0,
      outerBoundsMode: 'same' as const,
      outerBoundsContain: 'axisLabel' as const,
    },
    xAxis: { ...valueAxis(ink), axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      ...nameAxis(
        ink,
        themes.map(({ theme }) => words.nameOf(theme)),
      ),
      inverse: true,
      axisLine: { show: false },
    },
    series: [
      {
        type: 'bar' as const,
        name: words.issued,
        data: themes.map(({ issued }) => issued),
        barMaxWidth: BAR_WIDTH_MAX,
        itemStyle: { color: ink.issued, borderRadius: [0, 3, 3, 0] },
        label: {
          show: true,
          position: 'right' as const,
          color: ink.text,
          fontSize: FONT_SIZE,
          formatter: ({ value }: { value: unknown }) => Number(value).toLocaleString(),
        },
      },
    ],
  }
}

export type ChartOption = ReturnType<typeof monthOption> | ReturnType<typeof themeOption>
