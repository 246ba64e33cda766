import { RightOutlined, SearchOutlined } from '@ant-design/icons'
import type { MenuItem } from '@practice/dispatch/contracts'
import type { UseQueryResult } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ClearSign } from '../../components/ClearSign'
import { EmptyState } from '../../components/EmptyState'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { UrgentSign } from '../../orders/OrderHead'
import { searchMenu } from './menu-search'

interface ItemMenuProps {
  site: string | null
  menu: UseQueryResult<MenuItem[]>
  /** An item that was chosen before and is not offered at this site. */
  missing: string | null
  onChoose: (code: string) => void
}

/** What the site offers, by category, with a search. */
export function ItemMenu({ site, menu, missing, onChoose }: ItemMenuProps) {
  const { t } = useTranslation(['place', 'common'])
  const [text, setText] = useState('')
  const [category, setCategory] = useState<string | null>(null)
  if (site === null) return <EmptyState title={t('siteFirst')} hint={t('siteFirstHint')} />
  const categories = searchMenu(menu.data ?? [], '', null)
  const groups = searchMenu(menu.data ?? [], text, category)
  return (
    <section aria-label={t('menu')}>
      {missing !== null && menu.isSuccess && (
        <Alert type="warning" showIcon message={t('notOffered')} style={{ marginBottom: 12 }} />
      )}
      <Input
        prefix={<SearchOutlined />}
        allowClear={{ clearIcon: <ClearSign /> }}
        placeholder={t('search')}
        aria-label={t('search')}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onPressEnter={(event) => event.preventDefault()}
      />
      <div className="place-categories" role="group" aria-label={t('categories')}>
        {categories.map(({ code, name }) => (
          <button
            key={code}
            type="button"
            className="place-chip"
            aria-pressed={code === category}
            onClick={() => setCategory(code === category ? null : code)}
          >
            {name}
          </button>
        ))}
      </div>
      {menu.isPending && <RowsSkeleton />}
      <RefusalAlert
        error={menu.error}
        action={<Button onClick={() => void menu.refetch()}>{t('common:action.retry')}</Button>}
      />
      {menu.isSuccess && groups.length === 0 && <EmptyState title={t('nothingFound')} hint={t('nothingFoundHint')} />}
      {groups.map((group) => (
        <section key={group.code} aria-labelledby={`place-${group.code}`}>
          <h2 id={`place-${group.code}`} className="place-heading">
            {group.name}
          </h2>
          <ul className="place-items">
            {group.items.map((item) => (
              <ItemRow key={item.code} item={item} onChoose={onChoose} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function ItemRow({ item, onChoose }: { item: MenuItem; onChoose: ItemMenuProps['onChoose'] }) {
  const { t } = useTranslation('place')
  return (
    <li>
      <button type="button" className="place-item" onClick={() => onChoose(item.code)}>
        <span className="place-item-name">{item.name}</span>
        <span className="place-item-facts">
          {item.urgency === 'urgent' && <UrgentSign />}
          {t('facts', { handling: t(`handling.${item.handling}`, item.handling), days: item.resolveDays })}
        </span>
        <RightOutlined />
      </button>
    </li>
  )
}
