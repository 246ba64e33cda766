import { CheckCircleOutlined, StopOutlined } from '@ant-design/icons'
import type { Redemption, RedemptionState } from '@practice/scoring/contracts'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '../../api/client'
import type { Column } from '../../components/DataTable'
import { SearchInput } from '../../components/SearchInput'
import { ToneTag } from '../../components/StateTag'
import { When } from '../../components/When'
import { DirectoryList } from '../../directory/DirectoryList'
import { Chooser } from '../../scoring/record-view/Chooser'
import { ReasonDialog } from '../../scoring/record-view/ReasonDialog'
import { useAddressParam } from '../../scoring/record-view/useAddressParam'
import { REDEMPTION_STATES } from '../../scoring/words/lists'
import { grouped } from '../../scoring/words/points'

/** What was redeemed in a shop, the latest first; one can be voided, which gives points and goods back. */
export function Redemptions({ shop }: { shop: string }) {
  const { t } = useTranslation(['stocktake', 'scoring', 'common'])
  const [state, setState] = useAddressParam<RedemptionState>('state')
  const [card, setCard] = useAddressParam<string>('card')
  const [voiding, setVoiding] = useState<Redemption | null>(null)
  const goodsOf = ({ lines }: Redemption) =>
    lines
      .map(({ goods, quantity }) => t('scoring:export.goods', { name: goods.name, quantity }))
      .join(t('common:form.listSeparator'))
  const columns: Column<Redemption>[] = [
    { key: 'number', title: t('redemptions.number'), render: ({ number }) => <span className="num">{number}</span> },
    { key: 'holder', title: t('redemptions.holder'), render: ({ card: { holder } }) => holder },
    { key: 'goods', title: t('redemptions.goods'), render: goodsOf },
    { key: 'points', title: t('redemptions.points'), isNumber: true, render: ({ points }) => grouped(points) },
    { key: 'who', title: t('redemptions.who'), render: ({ who }) => who.name },
    { key: 'at', title: t('redemptions.at'), render: ({ at }) => <When at={at} withTime /> },
    { key: 'state', title: t('redemptions.state'), render: (row) => <RedemptionTag redemption={row} /> },
    {
      key: 'act',
      title: t('redemptions.act'),
      render: (row) =>
        row.allowed.includes('void') && (
          <Button size="small" onClick={() => setVoiding(row)}>
            {t('scoring:verb.void')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <DirectoryList<Redemption>
        resource="scoring/redemptions"
        label={t('tab.redemptions')}
        columns={columns}
        sortBy="at"
        sortOrder="desc"
        filters={[
          { field: 'shop', operator: 'eq', value: shop },
          ...(state === null ? [] : [{ field: 'state', operator: 'eq' as const, value: state }]),
          ...(card === null ? [] : [{ field: 'card', operator: 'startswiths' as const, value: card }]),
        ]}
        empty={t('redemptions.none')}
        choosers={
          <>
            <SearchInput
              label={t('redemptions.card')}
              value={card ?? ''}
              onSearch={(text) => setCard(text.trim() === '' ? null : text.trim())}
              style={{ width: 220 }}
            />
            <Chooser
              label={t('redemptions.state')}
              value={state}
              options={REDEMPTION_STATES.map((value) => ({ value, label: t(`scoring:redemptionState.${value}`) }))}
              onChange={setState}
            />
          </>
        }
      />
      {voiding !== null && (
        <ReasonDialog
          title={t('void.title', { number: voiding.number })}
          consequence={t('void.consequence', {
            holder: voiding.card.holder,
            points: voiding.points,
            goods: goodsOf(voiding),
          })}
          verb={t('scoring:verb.void')}
          done={t('void.done')}
          reasons={t('void.reasons', { returnObjects: true }) as Record<string, string>}
          isHarsh
          act={(reason) => post(`/scoring/redemptions/${encodeURIComponent(voiding.documentId)}/void`, { reason })}
          onClose={() => setVoiding(null)}
        />
      )}
    </>
  )
}

function RedemptionTag({ redemption }: { redemption: Redemption }) {
  const { t } = useTranslation('scoring')
  const isDone = redemption.state === 'done'
  return (
    <>
      <ToneTag tone={isDone ? 'done' : 'closed'} sign={isDone ? <CheckCircleOutlined /> : <StopOutlined />}>
        {t(`redemptionState.${redemption.state}`)}
      </ToneTag>
      {redemption.void !== null && <div className="record-quiet">{redemption.void.reason}</div>}
    </>
  )
}
