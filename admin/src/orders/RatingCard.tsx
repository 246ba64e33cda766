import type { OrderDetail } from '@practice/dispatch/contracts'
import { Card, Flex, Rate, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { When } from '../components/When'

/** The rating, and whether the resident gave it or staff did for the resident. Nothing before it was rated. */
export function RatingCard({ order: { rating, events } }: { order: OrderDetail }) {
  const { t } = useTranslation('common')
  if (rating === null) return null
  // The rating knows the account; the event also what the person is called.
  const by = events.findLast(({ verb }) => verb === 'rate')?.actor.name
  return (
    <Card size="small" title={t('order.rating')}>
      <Flex vertical gap={4}>
        <Flex wrap gap={12} align="center">
          <Rate disabled value={rating.stars} aria-label={t('order.stars', { count: rating.stars })} />
          <span className="num">{t('order.stars', { count: rating.stars })}</span>
          <Typography.Text type="secondary">
            {t(`order.ratedBy.${rating.by}`)} · <When at={rating.at} />
          </Typography.Text>
        </Flex>
        {rating.comment !== null && <span>{rating.comment}</span>}
        {rating.onBehalf !== null && (
          <Typography.Text type="secondary">
            {t('order.onBehalfBy', { ...rating.onBehalf, ...(by === undefined ? {} : { by }) })}
          </Typography.Text>
        )}
      </Flex>
    </Card>
  )
}
