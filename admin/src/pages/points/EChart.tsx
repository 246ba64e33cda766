import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components'
import { init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { ChartOption } from './chart-options'

register([BarChart, LineChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer])

interface EChartProps {
  option: ChartOption
  heightPx: number
}

/** A drawing that follows its frame's width. What it says to those who cannot see it is in its option. */
export default function EChart({ option, heightPx }: EChartProps) {
  const frame = useRef<HTMLDivElement>(null)
  const chart = useRef<ReturnType<typeof init> | null>(null)

  useEffect(() => {
    if (frame.current === null) return
    const drawn = init(frame.current, null, { renderer: 'svg' })
    chart.current = drawn
    const watch = new ResizeObserver(() => drawn.resize())
    watch.observe(frame.current)
    return () => {
      watch.disconnect()
      drawn.dispose()
      chart.current = null
    }
  }, [])

  useEffect(() => {
    chart.current?.setOption(option, true)
  }, [option])

  return <div ref={frame} role="img" style={{ width: '100%', height: heightPx }} />
}
