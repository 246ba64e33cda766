import { useSyncExternalStore } from 'react'

const STORED = 'practice.singleKeys'
const OFF = 'off'
const listeners = new Set<() => void>()

/** Whether single letters do something; who steers by voice, or strikes keys unawares, switches them off (WCAG 2.1.4). */
export function areSingleKeysOn(): boolean {
  return localStorage.getItem(STORED) !== OFF
}

/** Switches single letters on or off on this device. */
export function setSingleKeys(isOn: boolean): void {
  if (isOn) localStorage.removeItem(STORED)
  else localStorage.setItem(STORED, OFF)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** As `areSingleKeysOn`, drawn anew when it changes. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, areSingleKeysOn)
}
