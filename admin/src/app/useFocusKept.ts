import { useEffect } from 'react'

/**
 * Gives the focus back to where somebody was on the page when a dialog, a drawer or a menu leaves the document together
 * with what had the focus in it; else the next press of Tab would begin at the top. What is gone itself, such as the row
 * of an order that was dispatched, is stood for by the page's main part.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let last: HTMLElement | null = null
    let wasCovered = false

    function remember({ target }: FocusEvent): void {
      if (!(target instanceof HTMLElement)) return
      wasCovered = target.closest('.shell') === null
      if (!wasCovered) last = target
    }
    function giveBack(): void {
      const isLost = document.activeElement === null || document.activeElement === document.body
      if (!wasCovered || !isLost) return
      wasCovered = false
      const place = last?.isConnected === true ? last : document.getElementById('main')
      place?.focus({ preventScroll: true })
    }
    // Whatever covers the page is a child of the body.
    const leaving = new MutationObserver((changes) => {
      if (changes.some(({ removedNodes }) => removedNodes.length > 0)) giveBack()
    })
    document.addEventListener('focusin', remember)
    leaving.observe(document.body, { childList: true })
    return () => {
      document.removeEventListener('focusin', remember)
      leaving.disconnect()
    }
  }, [])
}
