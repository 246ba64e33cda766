import type { PointsSummary } from '@practice/scoring/contracts'
import { Card } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsPhone } from '../../components/useIsPhone'
import { useIsDark } from '../../theme/mode'
import { FigureTable } from './FigureTable'
import { MonthDrawing } from './MonthDrawing'
import { ThemeDrawing } from './ThemeDrawing'
import { chartInk } from './chart-ink'
import { monthsOf, themesOf } from './figures'
import type { MonthFigures, ThemeFigures } from './figures'
import { useMonthName } from './useMonthName'

/** Points by month and by theme: drawn, and as the same figures in a table, which on a phone stands alone. */
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

function MonthChart({ months, site }: { months: readonly MonthFigures[]; site: string }) {
  const { t } = useTranslation('points')
  const nameOf = useMonthName()
  const isPhone = useIsPhone()
  const ink = chartInk(useIsDark())
  return (
    <Card
      size="small"
      title={t('month.title')}
      extra={
        <span className="points-legend" aria-hidden="true">
          <span>
            <i style={{ background: ink.issued }} /> {t('issued')}
          </span>
          <span>
            <i className="points-legend-line" style={{ background: ink.redeemed }} /> {t('redeemed')}
          </span>
        </span>
      }
    >
      {!isPhone && (
        <MonthDrawing
          months={months}
          description={t('month.description', { site, count: months.length })}
          issued={t('issued')}
          redeemed={t('redeemed')}
          nameOf={nameOf}
          ink={ink}
        />
      )}
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
  const isPhone = useIsPhone()
  const ink = chartInk(useIsDark())
  return (
    <Card size="small" title={t('theme.title')}>
      {!isPhone && (
        <ThemeDrawing
          themes={themes}
          description={t('theme.description', { site })}
          nameOf={(theme) => t(`scoring:themeShort.${theme}`)}
          ink={ink}
        />
      )}
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
