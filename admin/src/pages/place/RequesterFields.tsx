import { Button, Card, Flex, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { HouseholdPicker } from './HouseholdPicker'
import type { ChosenHousehold } from './draft'

const PHONE = /^(1\d{10}|0\d{2,3}-?\d{7,8})$/

interface RequesterFieldsProps {
  site: string | null
  household: ChosenHousehold | null
  onHousehold: (household: ChosenHousehold | null) => void
}

/** Who needs it: found among the village's households, or typed. */
export function RequesterFields({ site, household, onHousehold }: RequesterFieldsProps) {
  const { t } = useTranslation('place')
  const phoneOnFile = household?.phone ?? null
  return (
    <Card size="small" className="place-card" title={t('requester')}>
      {household === null ? (
        <HouseholdPicker site={site} onChoose={onHousehold} />
      ) : (
        <Flex justify="space-between" align="center" gap={12} style={{ marginBottom: 16 }}>
          <span>
            {t('householdOf', { name: household.name })} <span className="place-quiet num">{household.code}</span>
          </span>
          <Button onClick={() => onHousehold(null)}>{t('noHousehold')}</Button>
        </Flex>
      )}
      <Form.Item
        name={['requester', 'name']}
        label={t('name')}
        rules={[{ required: true, whitespace: true, message: t('nameMissing') }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={['requester', 'phone']}
        label={t('phone')}
        {...(phoneOnFile === null ? {} : { extra: t('phoneOnFile', { phone: phoneOnFile }) })}
        rules={[
          ...(phoneOnFile === null ? [{ required: true, message: t('phoneMissing') }] : []),
          { pattern: PHONE, message: t('phoneWrong') },
        ]}
        normalize={(value: string) => value.replace(/[\s]/g, '')}
      >
        <Input type="tel" maxLength={20} autoComplete="off" placeholder={phoneOnFile === null ? '' : t('phoneKept')} />
      </Form.Item>
      <Form.Item name={['requester', 'address']} label={t('address')} style={{ marginBottom: 0 }}>
        <Input maxLength={120} autoComplete="off" placeholder={t('addressHint')} />
      </Form.Item>
    </Card>
  )
}
