import { useSyncExternalStore } from 'react'

/** Light, dark, or as the device is set. */
export const THEME_MODES = ['system', 'light', 'dark'] as const
export type ThemeMode = (typeof THEME_MODES)[number]

const STORED = 'practice.theme'
const devicePrefersDark = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

function storedMode(): ThemeMode {
  const stored = localStorage.getItem(STORED)
  return THEME_MODES.find((mode) => mode === stored) ?? 'system'
}

let mode: ThemeMode = storedMode()

function isDark(): boolean {
  return mode === 'dark' || (mode === 'system' && devicePrefersDark.matches)
}

function apply(): void {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light'
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Chooses a theme and remembers it. */
export function setThemeMode(next: ThemeMode): void {
  mode = next
  localStorage.setItem(STORED, next)
  apply()
}

/** Writes the theme on the document and follows the device; called once, before the first paint. */
export function followTheme(): void {
  apply()
  // Before Safari 14 a device's wish can be asked for, not followed.
  if ('addEventListener' in devicePrefersDark) devicePrefersDark.addEventListener('change', apply)
}

/** The chosen mode. */
export function useThemeMode(): ThemeMode {
  return useSyncExternalStore(subscribe, () => mode)
}

/** Whether the console is drawn dark now. */
export function useIsDark(): boolean {
  return useSyncExternalStore(subscribe, isDark)
}
