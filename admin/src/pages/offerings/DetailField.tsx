import { EditOutlined, VerticalAlignTopOutlined } from '@ant-design/icons'
import { Button, Flex, Typography } from 'antd'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ToneTag } from '../../components/StateTag'

interface DetailFieldProps {
  label: string
  /** Whether the site says this itself. */
  isOwn: boolean
  /** What holds when it does not, in words. */
  inherited: ReactNode
  /** Who says that. */
  source: string
  onOwn: () => void
  onInherit: () => void
  /** The input, drawn when the site says it itself; gets the id that the label points to. */
  children: (id: string) => ReactNode
}

/** One part of a setting: the own word with what is inherited beside it, or what is inherited with the way to an own word. */
export function DetailField({ label, isOwn, inherited, source, onOwn, onInherit, children }: DetailFieldProps) {
  const { t } = useTranslation('offerings')
  const id = useId()
  return (
    <section aria-labelledby={`${id}-label`}>
      <Flex align="center" gap={8} style={{ minHeight: 32 }}>
        <label id={`${id}-label`} htmlFor={id} style={{ fontWeight: 600 }}>
          {label}
        </label>
        <ToneTag tone={isOwn ? 'done' : 'closed'} sign={isOwn ? <EditOutlined /> : <VerticalAlignTopOutlined />}>
          {t(isOwn ? 'field.own' : 'field.inherited')}
        </ToneTag>
        <Button
          type="link"
          size="small"
          style={{ marginInlineStart: 'auto' }}
          aria-label={t(isOwn ? 'field.inheritLabel' : 'field.ownLabel', { label })}
          onClick={isOwn ? onInherit : onOwn}
        >
          {t(isOwn ? 'field.inherit' : 'field.makeOwn')}
        </Button>
      </Flex>
      {isOwn && children(id)}
      <div style={{ marginTop: isOwn ? 4 : 0 }}>
        <Typography.Text type="secondary">{t('field.source', { source })}</Typography.Text>
        {isOwn ? <Typography.Text type="secondary">{inherited}</Typography.Text> : inherited}
      </div>
    </section>
  )
}
