import { Card, Flex, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ExportStatement } from '../../scoring/export/ExportStatement'

/** A card's statement as a sheet, by the card's number. */
export function StatementCard() {
  const { t } = useTranslation('ledger')
  const [number, setNumber] = useState('')
  const card = number.trim()
  return (
    <Card size="small" title={t('statement.title')}>
      <Flex wrap gap={8}>
        <Input
          aria-label={t('statement.card')}
          placeholder={t('statement.card')}
          value={number}
          maxLength={40}
          onChange={(event) => setNumber(event.target.value)}
          style={{ flex: '1 1 180px' }}
        />
        <ExportStatement key={card} card={card} />
      </Flex>
    </Card>
  )
}
