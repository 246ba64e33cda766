import { SearchOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, useEffect, useState } from 'react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { Opening } from '../components/Opening'
import { useIsPhone } from '../components/useIsPhone'
import { i18n } from '../i18n'
import { isSingleKey } from './keyboard'
import { isMac } from './shortcuts'

type Covering = ComponentType<{ isOpen: boolean; onClose: () => void }>

/** A window with its texts, fetched when it is first opened. */
function fetched(namespace: string, load: () => Promise<{ default: Covering }>) {
  return lazy(async () => {
    const [module] = await Promise.all([load(), i18n.loadNamespaces(namespace)])
    return module
  })
}

const Palette = fetched('palette', () => import('../palette/Palette'))
const ShortcutList = fetched('shortcuts', () => import('./ShortcutList'))

const SIGNS_OF_HELP = ['?', '？']

/** Opens the palette with Ctrl+K or ⌘K, or by its button, and the list of shortcuts with `?`, from every page. */
export function ShellKeys() {
  const { t } = useTranslation('common')
  const isPhone = useIsPhone()
  const keys = isMac() ? '⌘ K' : 'Ctrl K'
  const [open, setOpen] = useState<'palette' | 'help' | null>(null)
  // Each opening begins anew, also while the last one still fades.
  const [times, setTimes] = useState({ palette: 0, help: 0 })

  function show(what: 'palette' | 'help'): void {
    setTimes((before) => ({ ...before, [what]: before[what] + 1 }))
    setOpen(what)
  }

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
        // Browsers search or go to their address with it.
        event.preventDefault()
        show('palette')
      } else if (SIGNS_OF_HELP.includes(event.key) && isSingleKey(event)) {
        event.preventDefault()
        show('help')
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return (
    <>
      <Button
        type="text"
        icon={<SearchOutlined />}
        aria-keyshortcuts={isMac() ? 'Meta+K' : 'Control+K'}
        aria-label={isPhone ? t('shell.find') : t('shell.findBy', { keys })}
        title={t('shell.findBy', { keys })}
        onClick={() => show('palette')}
      >
        {!isPhone && <kbd>{keys}</kbd>}
      </Button>
      {times.palette > 0 && (
        <Opening>
          <Palette key={times.palette} isOpen={open === 'palette'} onClose={() => setOpen(null)} />
        </Opening>
      )}
      {times.help > 0 && (
        <Opening>
          <ShortcutList key={times.help} isOpen={open === 'help'} onClose={() => setOpen(null)} />
        </Opening>
      )}
    </>
  )
}
