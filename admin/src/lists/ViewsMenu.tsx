import { BookOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Opening } from '../components/Opening'
import { viewQueryOf } from './address'
import type { ListAddress } from './useListAddress'
import type { KeptViews } from './useKeptViews'

const ViewsDialog = lazy(() => import('./ViewsDialog').then((module) => ({ default: module.ViewsDialog })))

interface ViewsMenuProps {
  address: ListAddress
  views: KeptViews
}

/** The views that are kept of a list: one tap shows one, and what is seen now can become another. */
export function ViewsMenu({ address, views }: ViewsMenuProps) {
  const { t } = useTranslation('lists')
  const [isOpen, setIsOpen] = useState(false)
  const { kept } = views
  const query = viewQueryOf(address.params)
  const shown = kept.views.find((view) => view.query === query)
  const items = kept.views.map(({ name }, index) => ({ key: `view:${index}`, label: name }))
  return (
    <>
      <Dropdown
        autoFocus
        trigger={['click']}
        menu={{
          items: [
            ...items,
            ...(items.length > 0 ? [{ type: 'divider' as const }] : []),
            { key: 'manage', label: t(items.length > 0 ? 'views.manage' : 'views.first') },
          ],
          selectedKeys: shown === undefined ? [] : [`view:${kept.views.indexOf(shown)}`],
          onClick: ({ key }) => {
            const view = kept.views[Number(key.slice('view:'.length))]
            if (key === 'manage' || view === undefined) setIsOpen(true)
            else address.go(new URLSearchParams(view.query))
          },
        }}
      >
        <Button icon={<BookOutlined />}>{shown?.name ?? t('views.title')}</Button>
      </Dropdown>
      {isOpen && (
        <Opening>
          <ViewsDialog query={query} views={views} onClose={() => setIsOpen(false)} />
        </Opening>
      )}
    </>
  )
}
