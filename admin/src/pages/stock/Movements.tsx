import type { Movement, MovementKind, Shop } from '@practice/scoring/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { goodsQuery } from '../../api/shops'
import type { Column } from '../../components/DataTable'
import { When } from '../../components/When'
import { DirectoryList } from '../../directory/DirectoryList'
import { useFilter } from '../../lists/useListAddress'
import { Chooser } from '../../scoring/record-view/Chooser'
import { useMoment } from '../../scoring/export/useMoment'
import { MOVEMENT_KINDS } from '../../scoring/words/lists'
import { signed } from '../../scoring/words/points'

type MovementRow = Movement & { documentId?: string }

/** Every movement of a shop's stock, the latest first; nobody can change one. */
export function Movements({ shop }: { shop: Shop }) {
  const { t } = useTranslation(['stock', 'scoring'])
  const [kind, setKind] = useFilter<MovementKind>('kind')
  const [one, setOne] = useFilter<string>('goods')
  const moment = useMoment()
  const goods = useQuery(goodsQuery(shop.code))
  const columns: Column<MovementRow>[] = [
    { key: 'goods', title: t('field.name'), render: (movement) => movement.goods.name },
    { key: 'kind', title: t('movement.kind'), render: (movement) => t(`scoring:movementKind.${movement.kind}`) },
    {
      key: 'change',
      title: t('movement.change'),
      isNumber: true,
      text: ({ change }) => change,
      render: ({ change }) => <strong className="num">{signed(change)}</strong>,
    },
    { key: 'after', title: t('movement.after'), isNumber: true, render: ({ stockAfter }) => stockAfter },
    {
      key: 'reason',
      title: t('movement.reason'),
      text: ({ reason, document }) => reason ?? document,
      render: ({ reason, document }) => reason ?? <span className="num">{document}</span>,
    },
    { key: 'who', title: t('movement.who'), isWideOnly: true, render: ({ who }) => who.name },
    {
      key: 'at',
      title: t('movement.at'),
      sortBy: 'at',
      text: ({ at }) => moment(at),
      render: ({ at }) => <When at={at} withTime />,
    },
  ]
  return (
    <DirectoryList<MovementRow>
      resource={`scoring/shops/${encodeURIComponent(shop.code)}/movements`}
      label={t('part.movements')}
      list="movements"
      columns={columns}
      keyOf={({ goods: { code }, at, kind: moved, stockAfter }) => [code, at, moved, stockAfter].join(':')}
      sortBy="at"
      sortOrder="desc"
      filters={[
        ...(kind === null ? [] : [{ field: 'kind', operator: 'eq' as const, value: kind }]),
        ...(one === null ? [] : [{ field: 'goods', operator: 'eq' as const, value: one }]),
      ]}
      empty={t('movement.none')}
      choosers={
        <>
          <Chooser
            label={t('field.name')}
            value={one}
            options={(goods.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
            onChange={setOne}
          />
          <Chooser
            label={t('movement.kind')}
            value={kind}
            options={MOVEMENT_KINDS.map((value) => ({ value, label: t(`scoring:movementKind.${value}`) }))}
            onChange={setKind}
          />
        </>
      }
    />
  )
}
