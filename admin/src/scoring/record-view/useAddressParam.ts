import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** The page of a list; other choices begin at the first one again. */
const PAGE = 'page'

/**
 * One choice of a page, kept in its address so that it can be shared; unless `keepsPage`, another choice begins at the
 * first page. What the address says is not checked here: a word that the server does not know finds nothing.
 */
export function useAddressParam<Value extends string>(
  name: string,
  keepsPage = name === PAGE,
): [Value | null, (value: Value | null) => void] {
  const [params, setParams] = useSearchParams()
  const set = useCallback(
    (value: Value | null) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before)
          if (!keepsPage) next.delete(PAGE)
          if (value === null || value === '') next.delete(name)
          else next.set(name, value)
          return next
        },
        { replace: true },
      ),
    [name, keepsPage, setParams],
  )
  return [params.get(name) as Value | null, set]
}
