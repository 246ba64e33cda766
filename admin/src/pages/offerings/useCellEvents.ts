import { useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent, MouseEvent, PointerEvent } from 'react'
import { keyOf } from './setting'
import type { CellRef } from './setting'

const LONG_PRESS_MS = 500

interface CellActions {
  /** The next state of a cell. */
  onCycle: (cell: CellRef) => void
  /** The setting of a cell. */
  onOpen: (cell: CellRef) => void
}

type CellButton = HTMLButtonElement & { dataset: { item: string; site: string } }

function buttonAt(target: EventTarget): CellButton | null {
  return target instanceof Element ? target.closest<CellButton>('button[data-site]') : null
}

function cellOf(button: CellButton): CellRef {
  return { siteCode: button.dataset.site, itemCode: button.dataset.item }
}

/**
 * What mouse, finger and keys do to the cells of a table, heard once for all of them: click and Space go on to the
 * next state; Shift-click, a long press and Enter open the setting; arrows, Home and End move. One cell at a time is
 * reached by Tab.
 */
export function useCellEvents({ onCycle, onOpen }: CellActions) {
  const [active, setActive] = useState<CellRef | null>(null)
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; opened: boolean } | null>(null)

  function letGo(): void {
    clearTimeout(press.current?.timer)
  }

  const handlers = {
    onFocus: ({ target }: FocusEvent) => {
      const button = buttonAt(target)
      if (button !== null) setActive(cellOf(button))
    },
    onPointerDown: ({ target, shiftKey, button: which }: PointerEvent) => {
      const button = buttonAt(target)
      letGo()
      press.current = null
      if (button === null || shiftKey || which !== 0) return
      const held = {
        opened: false,
        timer: setTimeout(() => ((held.opened = true), onOpen(cellOf(button))), LONG_PRESS_MS),
      }
      press.current = held
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
    onPointerLeave: letGo,
    onContextMenu: (event: MouseEvent) => {
      // A long press on a touch screen would open the browser's menu above the setting.
      if (press.current?.opened === true) event.preventDefault()
    },
    onClick: ({ target, shiftKey }: MouseEvent) => {
      const button = buttonAt(target)
      const wasLong = press.current?.opened === true
      press.current = null
      if (button === null || wasLong) return
      if (shiftKey) onOpen(cellOf(button))
      else onCycle(cellOf(button))
    },
    onKeyDown: (event: KeyboardEvent) => {
      const button = buttonAt(event.target)
      if (button === null || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Enter') {
        event.preventDefault()
        onOpen(cellOf(button))
        return
      }
      const next = neighbourOf(button, event.key)
      if (next === null) return
      event.preventDefault()
      next.focus()
    },
  }
  return { handlers, activeKey: active === null ? null : keyOf(active), active }
}

/** The cell that an arrow, Home or End leads to. */
function neighbourOf(button: CellButton, key: string): HTMLButtonElement | null {
  const row = [...(button.closest('tr')?.querySelectorAll<CellButton>('button[data-site]') ?? [])]
  const inColumn = `button[data-site="${CSS.escape(button.dataset.site)}"]`
  const column = [...(button.closest('table')?.querySelectorAll<CellButton>(inColumn) ?? [])]
  switch (key) {
    case 'ArrowRight':
      return row[row.indexOf(button) + 1] ?? null
    case 'ArrowLeft':
      return row[row.indexOf(button) - 1] ?? null
    case 'Home':
      return row[0] ?? null
    case 'End':
      return row.at(-1) ?? null
    case 'ArrowDown':
      return column[column.indexOf(button) + 1] ?? null
    case 'ArrowUp':
      return column[column.indexOf(button) - 1] ?? null
    default:
      return null
  }
}
