import { ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons'
import type { Goods } from '@practice/scoring/contracts'
import { useTranslation } from 'react-i18next'
import { ToneTag } from '../../components/StateTag'
import { levelOf } from './goods-list'

/** How many there are; what runs out has its word and its sign. */
export function StockTag({ goods }: { goods: Goods }) {
  const { t } = useTranslation('stock')
  const { stock, unit, active } = goods
  const level = levelOf(goods)
  if (level === 'enough' || !active) return <span className="num">{t('goods.stock', { count: stock, unit })}</span>
  if (level === 'none') {
    return (
      <ToneTag tone="overdue" sign={<WarningOutlined />}>
        {t('goods.outOfStock')}
      </ToneTag>
    )
  }
  return (
    <ToneTag tone="waiting" sign={<ExclamationCircleOutlined />}>
      <span className="num">{t('goods.low', { count: stock, unit })}</span>
    </ToneTag>
  )
}
