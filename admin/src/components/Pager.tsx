import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { pagesShown } from './pages-shown'
import { useIsPhone } from './useIsPhone'
import './pager.css'

interface PagerProps {
  current: number
  pageSize: number
  total: number
  onChange: (page: number) => void
  align?: 'start' | 'center' | 'end'
  /** Says how many rows there are in all. */
  showTotal?: (total: number) => string
  style?: CSSProperties
}

/** Turns the pages of a list. Ant Design's own brings its chooser along, which weighs more than most lists. */
export function Pager({ current, pageSize, total, onChange, align = 'start', showTotal, style }: PagerProps) {
  const { t } = useTranslation('common')
  const isPhone = useIsPhone()
  const last = Math.max(1, Math.ceil(total / pageSize))
  return (
    <nav className="pager" aria-label={t('pager.label')} style={{ justifyContent: align, ...style }}>
      {showTotal !== undefined && <span className="pager-total num">{showTotal(total)}</span>}
      <Button
        type="text"
        icon={<LeftOutlined />}
        aria-label={t('pager.prev')}
        disabled={current <= 1}
        onClick={() => onChange(current - 1)}
      />
      {isPhone ? (
        <span className="num">{t('pager.of', { current, last })}</span>
      ) : (
        <Pages current={current} last={last} onChange={onChange} />
      )}
      <Button
        type="text"
        icon={<RightOutlined />}
        aria-label={t('pager.next')}
        disabled={current >= last}
        onClick={() => onChange(current + 1)}
      />
    </nav>
  )
}

interface PagesProps {
  current: number
  last: number
  onChange: (page: number) => void
}

function Pages({ current, last, onChange }: PagesProps) {
  const { t } = useTranslation('common')
  return pagesShown(current, last).map((page, index) =>
    page === 'gap' ? (
      <span key={`gap${index}`} className="pager-gap" aria-hidden="true">
        {'…'}
      </span>
    ) : (
      <Button
        key={page}
        type={page === current ? 'default' : 'text'}
        className="num"
        aria-label={t('pager.page', { page })}
        aria-current={page === current ? 'page' : undefined}
        onClick={() => onChange(page)}
      >
        {page}
      </Button>
    ),
  )
}
