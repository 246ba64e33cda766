import { useMe } from '../app/me'
import { PAGES } from './registry'

/** Tells whether a page is there and for the person who is signed in: a figure leads nowhere that would be refused. */
export function useMayOpen(): (page: string) => boolean {
  const me = useMe()
  return (name) => PAGES.some((page) => page.name === name && page.isFor(me))
}
