import { DownOutlined, UserOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, Flex } from 'antd'
import type { MenuProps } from 'antd'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsPhone } from '../components/useIsPhone'
import { LANGUAGES, changeLanguage, currentLanguage } from '../i18n'
import { waitingCounts } from '../scoring/outbox/waiting'
import { endSession } from '../session/session'
import { THEME_MODES, setThemeMode, useThemeMode } from '../theme/mode'
import { useMe } from './me'

const ChangePassword = lazy(() => import('./ChangePassword'))

/** Who is signed in; opens language, theme and the way out. */
export function AccountMenu() {
  const { t } = useTranslation('common')
  const me = useMe()
  const isPhone = useIsPhone()
  const mode = useThemeMode()
  const { modal } = App.useApp()
  const [isChanging, setIsChanging] = useState(false)

  /** What waits on this device is sent by nobody else: whoever leaves with something waiting is told. */
  function leave(): void {
    const { waiting, refused } = waitingCounts(me.username)
    const count = waiting + refused
    if (count === 0) return endSession('left')
    void modal.confirm({
      title: t('waiting.leaveTitle', { count }),
      content: t('waiting.leaveContent'),
      okText: t('shell.logout'),
      okButtonProps: { danger: true },
      cancelText: t('waiting.stay'),
      autoFocusButton: 'cancel',
      onOk: () => endSession('left'),
    })
  }

  const items: MenuProps['items'] = [
    { key: 'who', type: 'group', label: t('shell.who', { name: me.displayName, role: t(`role.${me.role}`) }) },
    { type: 'divider' },
    {
      key: 'language',
      type: 'group',
      label: t('shell.language'),
      children: LANGUAGES.map((language) => ({
        key: `language:${language}`,
        label: t(`language.${language}`),
        onClick: () => void changeLanguage(language),
      })),
    },
    {
      key: 'theme',
      type: 'group',
      label: t('shell.theme'),
      children: THEME_MODES.map((choice) => ({
        key: `theme:${choice}`,
        label: t(`theme.${choice}`),
        onClick: () => setThemeMode(choice),
      })),
    },
    { type: 'divider' },
    { key: 'password', label: t('password.title'), onClick: () => setIsChanging(true) },
    { key: 'logout', label: t('shell.logout'), onClick: leave },
  ]

  return (
    <>
      <Dropdown
        autoFocus
        trigger={['click']}
        menu={{ items, selectable: true, selectedKeys: [`language:${currentLanguage()}`, `theme:${mode}`] }}
      >
        <Button
          type="text"
          aria-label={t('shell.account', { name: me.displayName, role: t(`role.${me.role}`) })}
          icon={<UserOutlined />}
        >
          {!isPhone && (
            <Flex gap={8} align="center">
              <span>{me.displayName}</span>
              <span className="shell-role">{t(`role.${me.role}`)}</span>
              <DownOutlined style={{ fontSize: 12 }} />
            </Flex>
          )}
        </Button>
      </Dropdown>
      {isChanging && (
        <Suspense fallback={null}>
          <ChangePassword onClose={() => setIsChanging(false)} />
        </Suspense>
      )}
    </>
  )
}
