import type { DispatchSettingsView } from '@practice/dispatch/contracts'
import { queryOptions } from '@tanstack/react-query'
import { requestData } from './client'

const SETTINGS = '/dispatch/settings'

/** The clocks and weights of dispatch. */
export function settingsQuery() {
  return queryOptions({
    queryKey: ['dispatch', 'settings'],
    queryFn: ({ signal }) => requestData<DispatchSettingsView>(SETTINGS, { signal }),
  })
}

/** Replaces all of them; gives what holds now. */
export function saveSettings(settings: DispatchSettingsView): Promise<DispatchSettingsView> {
  return requestData<DispatchSettingsView>(SETTINGS, { method: 'PUT', body: { data: settings } })
}
