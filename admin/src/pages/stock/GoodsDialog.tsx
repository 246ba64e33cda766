import type { Goods, Shop } from '@practice/scoring/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Flex, Form, Input, InputNumber, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { createGoods, updateGoods } from '../../api/shops'
import { DialogFrame } from '../../components/DialogFrame'
import { RefusalAlert } from '../../components/RefusalAlert'
import { refreshPoints } from '../../scoring/record-view/requests'
import { fenOf } from './goods-list'

interface GoodsDialogProps {
  shop: Shop
  /** Null for new goods. */
  goods: Goods | null
  onClose: () => void
}

interface GoodsForm {
  name: string
  unit: string
  points: number
  costYuan: number | null
  lowStock: number
}

const NAME_LENGTH_MAX = 40
const UNIT_LENGTH_MAX = 8
const POINTS_MAX = 100_000
const COST_YUAN_MAX = 1_000_000
const LOW_STOCK_MAX = 100_000
const USUAL_LOW_STOCK = 5

/** What goods are called, what they cost, and from when on they count as running out. */
export function GoodsDialog({ shop, goods, onClose }: GoodsDialogProps) {
  const { t } = useTranslation(['stock', 'common'])
  const { message } = App.useApp()
  const client = useQueryClient()
  const [form] = Form.useForm<GoodsForm>()
  const price = Form.useWatch('points', form)
  const saving = useMutation({
    mutationFn: ({ costYuan, ...typed }: GoodsForm) => {
      const fields = { ...typed, name: typed.name.trim(), unit: typed.unit.trim(), costFen: fenOf(costYuan) }
      return goods === null ? createGoods(shop.code, fields) : updateGoods(goods.code, goods.version, fields)
    },
    onSuccess: ({ name }) => {
      void message.success(t(goods === null ? 'goods.added' : 'goods.saved', { name }))
      onClose()
    },
    onSettled: () => void refreshPoints(client),
  })
  const isDearer = goods !== null && typeof price === 'number' && price !== goods.points
  return (
    <DialogFrame
      title={goods === null ? t('goods.add') : t('goods.editOf', { name: goods.name })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.notNow')}</Button>
          <Button type="primary" loading={saving.isPending} onClick={() => form.submit()}>
            {t('common:action.save')}
          </Button>
        </>
      }
    >
      <Form<GoodsForm>
        form={form}
        layout="vertical"
        disabled={saving.isPending}
        initialValues={valuesOf(goods)}
        onFinish={(values) => saving.mutate(values)}
      >
        <GoodsFields />
      </Form>
      <Flex vertical gap={8}>
        {isDearer && (
          <Typography.Text role="status">
            {t('goods.priceChange', { from: goods.points, to: price, unit: goods.unit })}
          </Typography.Text>
        )}
        {goods === null && <Typography.Text type="secondary">{t('goods.addHint')}</Typography.Text>}
        <RefusalAlert error={saving.error} namespace="stock" />
      </Flex>
    </DialogFrame>
  )
}

function valuesOf(goods: Goods | null): Partial<GoodsForm> {
  if (goods === null) return { lowStock: USUAL_LOW_STOCK, costYuan: null }
  const { name, unit, points, costFen, lowStock } = goods
  return { name, unit, points, lowStock, costYuan: costFen === null ? null : costFen / 100 }
}

function GoodsFields() {
  const { t } = useTranslation('stock')
  const needed = (field: string) => [{ required: true, message: t(`missing.${field}`) }]
  return (
    <div className="stock-fields">
      <Form.Item
        name="name"
        label={t('field.name')}
        rules={[...needed('name'), { whitespace: true, message: t('missing.name') }]}
      >
        <Input maxLength={NAME_LENGTH_MAX} autoFocus />
      </Form.Item>
      <Form.Item
        name="unit"
        label={t('field.unit')}
        rules={[...needed('unit'), { whitespace: true, message: t('missing.unit') }]}
      >
        <Input maxLength={UNIT_LENGTH_MAX} placeholder={t('field.unitHint')} />
      </Form.Item>
      <Form.Item name="points" label={t('field.points')} rules={needed('points')}>
        <InputNumber
          className="num"
          inputMode="numeric"
          min={1}
          max={POINTS_MAX}
          precision={0}
          suffix={t('pointsUnit')}
        />
      </Form.Item>
      <Form.Item name="costYuan" label={t('field.cost')}>
        <InputNumber
          className="num"
          inputMode="decimal"
          min={0}
          max={COST_YUAN_MAX}
          precision={2}
          suffix={t('yuanUnit')}
        />
      </Form.Item>
      <Form.Item name="lowStock" label={t('field.lowStock')} rules={needed('lowStock')} extra={t('field.lowStockHint')}>
        <InputNumber className="num" inputMode="numeric" min={0} max={LOW_STOCK_MAX} precision={0} />
      </Form.Item>
    </div>
  )
}
