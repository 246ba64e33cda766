import { PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Opening } from '../../components/Opening'

const OpenAll = lazy(() => import('./OpenAll').then((module) => ({ default: module.OpenAll })))
const OpenOne = lazy(() => import('./OpenOne').then((module) => ({ default: module.OpenOne })))

/** Opens cards: one, or one for every household that has none. */
export function OpenCards() {
  const { t } = useTranslation('cards')
  const [asked, setAsked] = useState<'one' | 'all' | null>(null)
  const close = () => setAsked(null)
  return (
    <>
      <Dropdown
        autoFocus
        trigger={['click']}
        menu={{
          items: [
            { key: 'all', label: t('open.all') },
            { key: 'one', label: t('open.one') },
          ],
          onClick: ({ key }) => setAsked(key === 'all' ? 'all' : 'one'),
        }}
      >
        <Button type="primary" icon={<PlusOutlined />}>
          {t('open.button')}
        </Button>
      </Dropdown>
      {asked !== null && (
        <Opening>{asked === 'all' ? <OpenAll onClose={close} /> : <OpenOne onClose={close} />}</Opening>
      )}
    </>
  )
}
