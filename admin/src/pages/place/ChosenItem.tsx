import type { MenuItem } from '@practice/dispatch/contracts'
import { Button, Card, Descriptions, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { UrgentSign } from '../../orders/OrderHead'

interface ChosenItemProps {
  item: MenuItem
  onAnother: () => void
}

/** The chosen item with what the resident has to know: how it is done, when, and what to bring. */
export function ChosenItem({ item, onAnother }: ChosenItemProps) {
  const { t } = useTranslation(['place', 'common'])
  const lines = [
    {
      key: 'how',
      label: t('how'),
      children: t('facts', { handling: t(`handling.${item.handling}`, item.handling), days: item.resolveDays }),
    },
    ...(item.hours === null ? [] : [{ key: 'hours', label: t('hours'), children: item.hours }]),
    ...(item.contact === null ? [] : [{ key: 'contact', label: t('contact'), children: item.contact }]),
    ...(item.materials.length === 0
      ? []
      : [{ key: 'materials', label: t('materials'), children: item.materials.join(t('common:form.listSeparator')) }]),
  ]
  return (
    <Card size="small" className="place-card">
      <Flex justify="space-between" align="start" gap={12}>
        <div>
          <h2 className="place-title">
            {item.urgency === 'urgent' && <UrgentSign />}
            {item.name}
          </h2>
          <span className="place-quiet">{item.category.name}</span>
        </div>
        <Button onClick={onAnother}>{t('another')}</Button>
      </Flex>
      <Descriptions size="small" column={1} items={lines} style={{ marginTop: 8 }} />
    </Card>
  )
}
