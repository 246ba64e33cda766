import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { householdQuery } from './households'
import type { FoundHousehold } from './households'

/** Takes the household that a link named (`/place?household=<code>`), once; the address then forgets it. */
export function useAskedHousehold(onFound: (household: FoundHousehold) => void): void {
  const [params, setParams] = useSearchParams()
  const code = params.get('household')
  const { data } = useQuery(householdQuery(code))
  const found = code === null ? undefined : data?.find((household) => household.code === code)
  const take = useRef(onFound)
  useEffect(() => {
    take.current = onFound
  })
  useEffect(() => {
    if (found === undefined) return
    take.current(found)
    setParams({}, { replace: true })
  }, [found, setParams])
}
