import { areSingleKeysOn } from './single-keys'

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="listbox"], [role="menu"]'
const PRESSING = 'a, button, [role="button"], [role="tab"], summary'

/** Whether a key is meant for a field or a dialog rather than for the page. */
export function isTyping(event: KeyboardEvent): boolean {
  const isDialogOpen = document.querySelector('.ant-modal-wrap:not([style*="display: none"])') !== null
  return isDialogOpen || (event.target instanceof Element && event.target.closest(TYPING) !== null)
}

/** Whether a key would press what has the focus. */
export function isPressing(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest(PRESSING) !== null
}

/** Whether a single letter or sign is a shortcut of the page: none is while one types, with Ctrl, or when they are off. */
export function isSingleKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false
  return areSingleKeysOn() && !isTyping(event)
}
