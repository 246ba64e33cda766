import i18n from 'i18next'
import type { BackendModule, ResourceKey } from 'i18next'
import { initReactI18next } from 'react-i18next'

/** The languages of the console, the first one being the one it is written in. */
export const LANGUAGES = ['zh-CN', 'en-US'] as const
export type Language = (typeof LANGUAGES)[number]

const STORED = 'practice.language'

const FILES = import.meta.glob<{ default: ResourceKey }>('../locales/*/*.json')

/** Each namespace is a file of its own, fetched with the route that needs it. */
const backend: BackendModule = {
  type: 'backend',
  init() {},
  read(language, namespace, callback) {
    const load = FILES[`../locales/${language}/${namespace}.json`]
    if (load === undefined) {
      callback(new Error(`no texts: ${language}/${namespace}`), null)
      return
    }
    load().then(
      (file) => callback(null, file.default),
      (cause: unknown) => callback(cause instanceof Error ? cause : new Error(String(cause)), null),
    )
  },
}

function isLanguage(value: string | null): value is Language {
  return value !== null && (LANGUAGES as readonly string[]).includes(value)
}

function initialLanguage(): Language {
  const stored = localStorage.getItem(STORED)
  return isLanguage(stored) ? stored : 'zh-CN'
}

/** The language that is shown. */
export function currentLanguage(): Language {
  return isLanguage(i18n.language) ? i18n.language : 'zh-CN'
}

/** Shows the console in another language and remembers it. */
export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORED, language)
  await i18n.changeLanguage(language)
}

/** Begins with the texts of the login page; the others come with their routes. */
export async function startI18n(): Promise<void> {
  i18n.on('languageChanged', (language) => {
    document.documentElement.lang = language
  })
  await i18n
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: initialLanguage(),
      fallbackLng: false,
      load: 'currentOnly',
      ns: ['auth'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
    })
}

export { i18n }
