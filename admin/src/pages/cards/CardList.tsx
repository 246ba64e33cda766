import { PrinterOutlined } from '@ant-design/icons'
import type { Card } from '@practice/scoring/contracts'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../../app/me'
import type { Column } from '../../components/DataTable'
import { PageHeader } from '../../components/PageHeader'
import { SearchInput } from '../../components/SearchInput'
import { When } from '../../components/When'
import { DirectoryList } from '../../directory/DirectoryList'
import { SiteSelect } from '../../directory/SiteSelect'
import type { BulkAction } from '../../lists/bulk'
import { siteFilters } from '../../lists/site-filters'
import { useFilter } from '../../lists/useListAddress'
import { pollMs } from '../../live/poll'
import { CardStateTag } from '../../scoring/card-search/CardStateTag'
import { useMoment } from '../../scoring/export/useMoment'
import { Chooser } from '../../scoring/record-view/Chooser'
import { useAddressParam } from '../../scoring/record-view/useAddressParam'
import { grouped } from '../../scoring/words/points'
import { OpenCards } from './OpenCards'
import { CARD_STATES, filtersOf } from './card-filters'
import { actOnCard } from './requests'

/** The cards that one may see, searched, sorted and paged by the server. */
export function CardList() {
  const { t } = useTranslation(['cards', 'scoring', 'common'])
  const { role, site: own } = useMe()
  const [text, setText] = useAddressParam<string>('q')
  const [state, setState] = useFilter('state', CARD_STATES)
  const [site, setSite] = useFilter<string>('site')
  const isVillage = own?.tier === 'village'
  const columns = useColumns(isVillage)
  const bulk = useBulk()
  return (
    <div className="cards">
      <PageHeader
        title={t('title')}
        actions={
          role === 'village-admin' && (
            <>
              <Link to="/cards/print">
                <Button icon={<PrinterOutlined />}>{t('print.link')}</Button>
              </Link>
              <OpenCards />
            </>
          )
        }
      />
      <DirectoryList<Card & { documentId?: string }>
        resource="scoring/cards"
        label={t('title')}
        list="cards"
        columns={columns}
        sortBy="number"
        filters={[...filtersOf(text ?? '', state, own?.code ?? null), ...siteFilters(site, 'site')]}
        keyOf={({ number }) => number}
        nameOf={({ holder, number }) => t('rowName', { holder: holder.name, number })}
        bulk={bulk}
        refetchInterval={pollMs}
        empty={t('none')}
        {...(role === 'village-admin' ? { emptyHint: t('noneHint') } : {})}
        choosers={
          <>
            <SearchInput label={t('search')} value={text ?? ''} onSearch={setText} style={{ maxWidth: 320 }} />
            <Chooser
              label={t('allStates')}
              value={state}
              options={CARD_STATES.map((value) => ({ value, label: t(`scoring:cardState.${value}`) }))}
              onChange={setState}
            />
            {!isVillage && (
              <SiteSelect isClearable label={t('site')} value={site} onChange={setSite} style={{ width: 200 }} />
            )}
          </>
        }
      />
    </div>
  )
}

/** Freezing and its end, where the server allows them: each takes the other back. */
function useBulk(): BulkAction<Card>[] {
  const { t } = useTranslation(['cards', 'scoring'])
  const { role } = useMe()
  if (role !== 'points-supervisor') return []
  const verb = (name: 'freeze' | 'unfreeze', back: 'freeze' | 'unfreeze'): BulkAction<Card> => ({
    key: name,
    label: t(`scoring:cardVerb.${name}`),
    isFor: ({ allowed }) => allowed.includes(name),
    consequence: (count) => t(`bulk.${name}`, { count }),
    reasons: t(`reasons.${name}`, { returnObjects: true }) as Record<string, string>,
    act: ({ number }, reason) => actOnCard(number, name, reason),
    undo: ({ number }) => actOnCard(number, back, t('bulk.undoReason')),
    namespace: 'scoring',
  })
  return [verb('freeze', 'unfreeze'), verb('unfreeze', 'freeze')]
}

function useColumns(isVillage: boolean): Column<Card>[] {
  const { t } = useTranslation(['cards', 'scoring'])
  const moment = useMoment()
  return [
    {
      key: 'holder',
      title: t('holder'),
      sortBy: 'holder',
      text: ({ holder }) => holder.name,
      render: ({ number, holder }) => (
        <Link to={`/cards/${number}`} className="cards-name">
          {holder.name} <span className="cards-quiet num">{number}</span>
        </Link>
      ),
    },
    { key: 'number', title: t('number'), sortBy: 'number', isExtra: true, render: ({ number }) => number },
    ...(isVillage ? [] : [{ key: 'site', title: t('site'), render: ({ site }: Card) => site.name }]),
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => t(`scoring:cardState.${state}`),
      render: ({ state }) => <CardStateTag state={state} />,
    },
    {
      key: 'balance',
      title: t('balance'),
      isNumber: true,
      sortBy: 'balance',
      text: ({ balance }) => balance,
      render: ({ balance }) => grouped(balance),
    },
    {
      key: 'onNotice',
      title: t('onTheWay'),
      isNumber: true,
      isWideOnly: true,
      text: ({ onNotice, held }) => onNotice + held,
      render: ({ onNotice, held }) => grouped(onNotice + held),
    },
    {
      key: 'earned',
      title: t('earned'),
      isNumber: true,
      isWideOnly: true,
      text: ({ earnedThisYear }) => earnedThisYear,
      render: ({ earnedThisYear }) => grouped(earnedThisYear),
    },
    {
      key: 'openedAt',
      title: t('openedAt'),
      sortBy: 'openedAt',
      isExtra: true,
      text: ({ openedAt }) => moment(openedAt),
      render: ({ openedAt }) => <When at={openedAt} />,
    },
  ]
}
