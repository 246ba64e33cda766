import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { changed } from './address'

/** The state of a list: its address, so that it can be shared and the back button goes back. */
export interface ListAddress {
  params: URLSearchParams
  change: (part: Readonly<Record<string, string | null>>) => void
  /** The whole of it, as a saved view says it. */
  go: (params: URLSearchParams) => void
}

/** See `ListAddress`. */
export function useListAddress(): ListAddress {
  const [params, setParams] = useSearchParams()
  const change = useCallback(
    (part: Readonly<Record<string, string | null>>) => setParams((before) => changed(before, part)),
    [setParams],
  )
  return { params, change, go: setParams }
}

/** One filter of a list, for a chooser; another choice is another address, from its first page. */
export function useFilter<Value extends string>(
  name: string,
  known?: readonly Value[],
): [Value | null, (value: Value | null) => void] {
  const { params, change } = useListAddress()
  const said = params.get(name) as Value | null
  const value = said !== null && known !== undefined && !known.includes(said) ? null : said
  return [value, (next) => change({ [name]: next })]
}
