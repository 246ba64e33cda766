import type { PointsSummary } from '@practice/scoring/contracts'
import { Card, Skeleton } from 'antd'
import { Suspense, lazy, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsPhone } from '../../components/useIsPhone'
import { useIsStill } from '../../components/useIsStill'
import { useIsDark } from '../../theme/mode'
import { FigureTable } from './FigureTable'
import { monthOption, themeOption } from './chart-options'
import type { ChartOption } from './chart-options'
import { chartInk } from './chart-ink'
import { monthsOf, themesOf } from './figures'
import type { MonthFigures, ThemeFigures } from './figures'
import { useMonthName } from './useMonthName'

const EChart = lazy(() => import('./EChart'))

const HEIGHT_PX = 260

/** Points by month and by theme: drawn, and as the same figures in a table. */
export function Charts({ summary }: { summary: PointsSummary }) {
  const months = useMemo(() => monthsOf(summary.byMonth), [summary.byMonth])
  const themes = useMemo(() => themesOf(summary.byTheme), [summary.byTheme])
  return (
    <div className="points-charts">
      <MonthChart months={months} site={summary.site.name} />
      <ThemeChart themes={themes} site={summary.site.name} />
    </div>
  )
}

function useLook() {
  const isDark = useIsDark()
  const isStill = useIsStill()
  return useMemo(() => ({ ink: chartInk(isDark), isStill }), [isDark, isStill])
}

function MonthChart({ months, site }: { months: readonly MonthFigures[]; site: string }) {
  const { t } = useTranslation('points')
  const nameOf = useMonthName()
  const look = useLook()
  const option = useMemo(() => {
    const words = {
      description: t('month.description', { site, count: months.length }),
      issued: t('issued'),
      redeemed: t('redeemed'),
      nameOf,
    }
    return monthOption(months, words, look)
  }, [months, site, look, nameOf, t])
  return (
    <Card
      size="small"
      title={t('month.title')}
      extra={
        <span className="points-legend" aria-hidden="true">
          <span>
            <i style={{ background: look.ink.issued }} /> {t('issued')}
          </span>
          <span>
            <i className="points-legend-line" style={{ background: look.ink.redeemed }} /> {t('redeemed')}
          </span>
        </span>
      }
    >
      <Drawing option={option} />
      <FigureTable
        label={t('month.title')}
        columns={[
          { title: t('month.column'), cell: ({ month }: MonthFigures) => nameOf(month) },
          { title: t('issued'), cell: ({ issued }) => issued },
          { title: t('redeemed'), cell: ({ redeemed }) => redeemed },
          { title: t('lapsed'), cell: ({ lapsed }) => lapsed },
        ]}
        rows={[...months].reverse()}
        keyOf={({ month }) => month}
      />
    </Card>
  )
}

function ThemeChart({ themes, site }: { themes: readonly ThemeFigures[]; site: string }) {
  const { t } = useTranslation(['points', 'scoring'])
  const look = useLook()
  const option = useMemo(() => {
    const words = {
      description: t('theme.description', { site }),
      issued: t('issued'),
      redeemed: t('redeemed'),
      nameOf: (theme: string) => t(`scoring:themeShort.${theme}`),
    }
    return themeOption(themes, words, look)
  }, [themes, site, look, t])
  return (
    <Card size="small" title={t('theme.title')}>
      <Drawing option={option} />
      <FigureTable
        label={t('theme.title')}
        columns={[
          { title: t('theme.column'), cell: ({ theme }: ThemeFigures) => t(`scoring:theme.${theme}`) },
          { title: t('issued'), cell: ({ issued }) => issued },
          {
            title: t('theme.percent'),
            cell: ({ issued, percent }) => t(percent === 0 && issued > 0 ? 'theme.hardly' : 'theme.of', { percent }),
          },
          { title: t('theme.records'), cell: ({ records }) => records },
        ]}
        rows={themes}
        keyOf={({ theme }) => theme}
      />
    </Card>
  )
}

/** On a phone the figures stand in their table alone, and the drawing's code is not fetched. */
function Drawing({ option }: { option: ChartOption }) {
  const isPhone = useIsPhone()
  if (isPhone) return null
  return (
    <Suspense fallback={<Skeleton.Node style={{ width: '100%', height: HEIGHT_PX }} />}>
      <EChart option={option} heightPx={HEIGHT_PX} />
    </Suspense>
  )
}
