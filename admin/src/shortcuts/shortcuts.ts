/** A shortcut as the list of them shows it. */
export interface Shortcut {
  /** Key of `shortcuts:does.<page>`. */
  does: string
  /** Any of these keys; `mod` is Ctrl, on a Mac ⌘. */
  keys: readonly string[]
  /** Pressed together rather than one or the other. */
  isChord?: boolean
}

/** A group of shortcuts: of a page, by its name, or of the whole console. */
export interface ShortcutGroup {
  page: string
  shortcuts: readonly Shortcut[]
}

/** The shortcuts of the whole console; the pages' own come after them. */
export const EVERYWHERE: ShortcutGroup = {
  page: 'everywhere',
  shortcuts: [
    { does: 'palette', keys: ['mod', 'K'], isChord: true },
    { does: 'help', keys: ['?'] },
    { does: 'close', keys: ['Esc'] },
  ],
}

/** Which pages have shortcuts of their own, and what these do. The pages listen for them themselves. */
export const OF_PAGES: readonly ShortcutGroup[] = [
  {
    page: 'desk',
    shortcuts: [
      { does: 'walk', keys: ['J', 'K'] },
      { does: 'dispatch', keys: ['Enter'] },
      { does: 'plan', keys: ['P'] },
    ],
  },
  {
    page: 'review',
    shortcuts: [
      { does: 'approve', keys: ['A'] },
      { does: 'reject', keys: ['R'] },
      { does: 'walk', keys: ['J', 'K'] },
    ],
  },
  {
    page: 'offerings',
    shortcuts: [
      { does: 'move', keys: ['←', '→', '↑', '↓'] },
      { does: 'switch', keys: ['Space'] },
      { does: 'open', keys: ['Enter'] },
    ],
  },
]

/** Whether the device is a Mac, where shortcuts are said with ⌘. */
export function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent)
}
