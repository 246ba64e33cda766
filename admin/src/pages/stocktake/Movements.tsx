import type { Movement, MovementKind } from '@practice/scoring/contracts'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../components/DataTable'
import { When } from '../../components/When'
import { DirectoryList } from '../../directory/DirectoryList'
import { Chooser } from '../../scoring/record-view/Chooser'
import { useAddressParam } from '../../scoring/record-view/useAddressParam'
import { MOVEMENT_KINDS } from '../../scoring/words/lists'
import { grouped, signed } from '../../scoring/words/points'

/** A movement as Refine's list gives it: it has no document of its own. */
type MovementRow = Movement & { documentId?: string }

/** Everything that came to a shop's stock or left it, the latest first. */
export function Movements({ shop }: { shop: string }) {
  const { t } = useTranslation(['stocktake', 'scoring'])
  const [kind, setKind] = useAddressParam<MovementKind>('kind')
  const columns: Column<MovementRow>[] = [
    { key: 'goods', title: t('movements.goods'), render: ({ goods }) => goods.name },
    { key: 'kind', title: t('movements.kind'), render: (row) => t(`scoring:movementKind.${row.kind}`) },
    { key: 'change', title: t('movements.change'), isNumber: true, render: ({ change }) => signed(change) },
    { key: 'after', title: t('movements.after'), isNumber: true, render: ({ stockAfter }) => grouped(stockAfter) },
    { key: 'reason', title: t('movements.reason'), render: ({ reason }) => reason },
    { key: 'document', title: t('movements.document'), render: ({ document }) => document },
    { key: 'who', title: t('movements.who'), render: ({ who }) => who.name },
    { key: 'at', title: t('movements.at'), render: ({ at }) => <When at={at} withTime /> },
  ]
  return (
    <DirectoryList<MovementRow>
      resource={`scoring/shops/${encodeURIComponent(shop)}/movements`}
      label={t('tab.movements')}
      columns={columns}
      sortBy="at"
      sortOrder="desc"
      filters={kind === null ? [] : [{ field: 'kind', operator: 'eq', value: kind }]}
      keyOf={({ goods, at, stockAfter, change }) => `${goods.code}:${at}:${stockAfter}:${change}`}
      empty={t('movements.none')}
      choosers={
        <Chooser
          label={t('movements.kind')}
          value={kind}
          options={MOVEMENT_KINDS.map((value) => ({ value, label: t(`scoring:movementKind.${value}`) }))}
          onChange={setKind}
        />
      }
    />
  )
}
