import { Button, ConfigProvider, Descriptions, Flex, Form, Typography, theme } from 'antd'
import { useTranslation } from 'react-i18next'
import { JsonSchemaForm } from '../../components/JsonSchemaForm'
import { PhoneFrame } from '../../components/PhoneFrame'
import type { Inherited, ItemRow } from './setting'

interface ItemPreviewProps {
  item: ItemRow
  siteName: string
  /** What residents get, everything inherited resolved. */
  resolved: Omit<Inherited, 'from'>
}

const PHONE_TOKENS = { fontSize: 16, controlHeight: 44 } as const

/** An item as residents see it on their phones, its form included; what is filled in goes nowhere. */
export function ItemPreview({ item, siteName, resolved }: ItemPreviewProps) {
  const { t } = useTranslation('offerings')
  const { token } = theme.useToken()
  const none = <Typography.Text type="secondary">{t('preview.unsaid')}</Typography.Text>
  return (
    <PhoneFrame label={t('preview.label')}>
      <ConfigProvider theme={{ token: PHONE_TOKENS }}>
        {!resolved.enabled && (
          <div role="status" style={{ padding: '8px 16px', background: token.colorWarningBg }}>
            {t('preview.off')}
          </div>
        )}
        <Flex vertical gap={12} style={{ padding: 16, opacity: resolved.enabled ? 1 : 0.55 }}>
          <div>
            <Typography.Title level={2} style={{ fontSize: 20, margin: 0 }}>
              {item.name}
            </Typography.Title>
            <Typography.Text type="secondary">
              {siteName} · {t(`handling.${item.handling}`)}
            </Typography.Text>
          </div>
          <Descriptions
            column={1}
            size="small"
            items={[
              { key: 'hours', label: t('detail.hours'), children: resolved.hours ?? none },
              { key: 'contact', label: t('detail.contact'), children: resolved.contact ?? none },
              {
                key: 'materials',
                label: t('detail.materials'),
                children: resolved.materials?.length
                  ? resolved.materials.join(t('common:form.listSeparator'))
                  : t('preview.noMaterials'),
              },
              {
                key: 'resolveDays',
                label: t('detail.resolveDays'),
                children: resolved.resolveDays === null ? none : t('preview.days', { count: resolved.resolveDays }),
              },
            ]}
          />
          <Form layout="vertical" component="div">
            <JsonSchemaForm schema={resolved.form} name={['form']} />
          </Form>
          <Button type="primary" block disabled={!resolved.enabled}>
            {t('preview.place')}
          </Button>
        </Flex>
      </ConfigProvider>
    </PhoneFrame>
  )
}
