import { App as AntdApp, ConfigProvider } from 'antd'
import enUS from 'antd/es/locale/en_US'
import zhCN from 'antd/es/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RouterProvider } from 'react-router'
import { useIsPhone } from '../components/useIsPhone'
import { currentLanguage } from '../i18n'
import type { Language } from '../i18n'
import { leaveLoginAddress } from '../session/return-address'
import { useIsDark } from '../theme/mode'
import { antdTheme } from '../theme/tokens'
import { consoleRouter } from './router'
import './app.css'

const ANTD_LOCALES = { 'zh-CN': zhCN, 'en-US': enUS } as const satisfies Record<Language, unknown>
const DAYJS_LOCALES = { 'zh-CN': 'zh-cn', 'en-US': 'en' } as const satisfies Record<Language, string>

/** The console of somebody who is signed in: theme, language and router around Refine. */
export default function App() {
  const { t } = useTranslation('common')
  const language = currentLanguage()
  const isDark = useIsDark()
  const isPhone = useIsPhone()
  const [router] = useState(() => {
    leaveLoginAddress()
    return consoleRouter()
  })
  useEffect(() => {
    dayjs.locale(DAYJS_LOCALES[language])
  }, [language])

  return (
    <ConfigProvider
      theme={antdTheme(isDark, isPhone)}
      locale={ANTD_LOCALES[language]}
      button={{ autoInsertSpace: false }}
      modal={{ closable: { 'aria-label': t('action.close') } }}
      drawer={{ closable: { 'aria-label': t('action.close') } }}
      form={{ requiredMark: 'optional', scrollToFirstError: true }}
    >
      <AntdApp className="app">
        <RouterProvider router={router} />
      </AntdApp>
    </ConfigProvider>
  )
}
