import { rangeOf } from '@practice/kernel'
import type { Redemption, RedemptionState } from '@practice/scoring/contracts'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import type { Column } from '../../components/DataTable'
import { useIsPhone } from '../../components/useIsPhone'
import { When } from '../../components/When'
import { DirectoryList } from '../../directory/DirectoryList'
import { useFilter } from '../../lists/useListAddress'
import { Chooser } from '../../scoring/record-view/Chooser'
import { useMoment } from '../../scoring/export/useMoment'
import { REDEMPTION_STATES } from '../../scoring/words/lists'
import { grouped } from '../../scoring/words/points'
import { RedemptionDrawer } from './RedemptionDrawer'
import { RedemptionStateTag } from './RedemptionStateTag'

interface RedemptionsProps {
  /** One shop's, or those of all that one may see. */
  shop: string | null
  /** Of the shops at a site and below it. */
  site: string | null
}

/** What was redeemed, the latest first; a row opens its receipt. */
export function Redemptions({ shop, site }: RedemptionsProps) {
  const { t } = useTranslation(['stock', 'scoring'])
  const isPhone = useIsPhone()
  const navigate = useNavigate()
  const { documentId } = useParams()
  const [params] = useSearchParams()
  const moment = useMoment()
  const [state, setState] = useFilter<RedemptionState>('state')
  const addressOf = (id: string | null) => `/stock/redemptions${id === null ? '' : `/${id}`}?${params.toString()}`
  const columns: Column<Redemption>[] = [
    {
      key: 'holder',
      title: t('redemption.holder'),
      text: ({ card }) => card.holder,
      render: ({ documentId: id, card }) => <Link to={addressOf(id)}>{card.holder}</Link>,
    },
    {
      key: 'goods',
      title: t('redemption.goods'),
      render: ({ lines }) =>
        lines
          .map(({ goods, quantity, unit }) => t('redemption.line', { name: goods.name, quantity, unit }))
          .join(t('common:form.listSeparator')),
    },
    {
      key: 'points',
      title: t('redemption.points'),
      isNumber: true,
      text: ({ points }) => points,
      render: ({ points }) => t('scoring:points', { points: grouped(points) }),
    },
    {
      key: 'state',
      title: t('field.state'),
      text: (row) => t(`scoring:redemptionState.${row.state}`),
      render: (row) => <RedemptionStateTag state={row.state} />,
    },
    ...(shop === null ? [{ key: 'shop', title: t('shop'), render: (row: Redemption) => row.shop.name }] : []),
    { key: 'who', title: t('movement.who'), isWideOnly: true, render: ({ who }) => who.name },
    {
      key: 'at',
      title: t('movement.at'),
      sortBy: 'at',
      text: ({ at }) => moment(at),
      render: ({ at }) => <When at={at} withTime />,
    },
    {
      key: 'number',
      title: t('redemption.number'),
      isWideOnly: true,
      text: ({ number }) => number,
      render: ({ number }) => <span className="num stock-quiet">{number}</span>,
    },
  ]
  const range = site === null ? null : rangeOf(site)
  const drawer = documentId !== undefined && (
    <RedemptionDrawer documentId={documentId} onClose={() => void navigate(addressOf(null))} />
  )
  if (isPhone && drawer !== false) return drawer
  return (
    <>
      <DirectoryList<Redemption>
        resource="scoring/redemptions"
        label={t('part.redemptions')}
        list="redemptions"
        columns={columns}
        sortBy="at"
        sortOrder="desc"
        filters={[
          ...(shop === null ? [] : [{ field: 'shop', operator: 'eq' as const, value: shop }]),
          ...(state === null ? [] : [{ field: 'state', operator: 'eq' as const, value: state }]),
          ...(range === null
            ? []
            : [
                { field: 'site', operator: 'gte' as const, value: range.from },
                { field: 'site', operator: 'lt' as const, value: range.below },
              ]),
        ]}
        empty={t('redemption.none')}
        choosers={
          <Chooser
            label={t('field.state')}
            value={state}
            options={REDEMPTION_STATES.map((value) => ({ value, label: t(`scoring:redemptionState.${value}`) }))}
            onChange={setState}
          />
        }
      />
      {drawer}
    </>
  )
}
