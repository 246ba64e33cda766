import { ApartmentOutlined, EditOutlined } from '@ant-design/icons'
import type { RuleSet } from '@practice/scoring/contracts'
import { Flex, Typography } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ToneTag } from '../../components/StateTag'
import { When } from '../../components/When'
import { isOwn, selfOf } from './ownership'

/** Whose rules these are, in which version, and who changed them last. */
export function RuleSetHead({ set, actions }: { set: RuleSet; actions: ReactNode }) {
  const { t } = useTranslation(['rule-sets', 'common'])
  const own = isOwn(set)
  return (
    <Flex wrap justify="space-between" align="center" gap={12}>
      <Flex wrap gap="4px 12px" align="center">
        <strong style={{ fontSize: 16 }}>{set.site.name}</strong>
        <ToneTag tone={own ? 'inHand' : 'closed'} sign={own ? <EditOutlined /> : <ApartmentOutlined />}>
          {own ? t(`own.${selfOf(set.site.code)}`) : t('inherits', { site: set.from.name })}
        </ToneTag>
        <span className="num">{t('version', { version: set.version })}</span>
        <Typography.Text type="secondary">
          {set.changedBy.name}
          {t('common:separator')}
          <When at={set.changedAt} withTime />
          {set.note !== null && `${t('common:separator')}${set.note}`}
        </Typography.Text>
      </Flex>
      {actions}
    </Flex>
  )
}
