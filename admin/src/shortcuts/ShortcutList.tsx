import { Flex, Modal, Switch, Typography } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayOpen } from '../pages/links'
import { EVERYWHERE, OF_PAGES, isMac } from './shortcuts'
import type { Shortcut, ShortcutGroup } from './shortcuts'
import { setSingleKeys, useSingleKeys } from './single-keys'
import './shortcuts.css'

interface ShortcutListProps {
  isOpen: boolean
  onClose: () => void
}

/** The shortcuts of the pages that one has, and the switch for those of a single key. */
export default function ShortcutList({ isOpen, onClose }: ShortcutListProps) {
  const { t } = useTranslation('shortcuts')
  const mayOpen = useMayOpen()
  const areOn = useSingleKeys()
  const label = useId()
  const groups = [EVERYWHERE, ...OF_PAGES.filter(({ page }) => mayOpen(page))]
  return (
    <Modal open={isOpen} title={t('title')} footer={null} width={520} onCancel={onClose}>
      {groups.map((group) => (
        <Group key={group.page} group={group} />
      ))}
      <Flex justify="space-between" align="center" gap={16} style={{ marginTop: 16 }}>
        <span>
          <span id={label}>{t('single')}</span>
          <Typography.Text type="secondary" style={{ display: 'block' }}>
            {t('singleHint')}
          </Typography.Text>
        </span>
        <Switch checked={areOn} aria-labelledby={label} onChange={setSingleKeys} />
      </Flex>
    </Modal>
  )
}

function Group({ group: { page, shortcuts } }: { group: ShortcutGroup }) {
  const { t } = useTranslation('shortcuts')
  return (
    <section className="shortcut-group">
      <h3>{t(`group.${page}`)}</h3>
      <dl>
        {shortcuts.map((shortcut) => (
          <div key={shortcut.does}>
            <dt>
              <Keys {...shortcut} />
            </dt>
            <dd>{t(`does.${page}.${shortcut.does}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Keys({ keys, isChord = false }: Shortcut) {
  const { t } = useTranslation('shortcuts')
  const nameOf = (key: string) => (key === 'mod' ? (isMac() ? '⌘' : 'Ctrl') : t(`key.${key}`, { defaultValue: key }))
  return keys.map((key, index) => (
    <span key={key}>
      {index > 0 && (isChord ? ' + ' : ` ${t('or')} `)}
      <kbd>{nameOf(key)}</kbd>
    </span>
  ))
}
