/** Where the public reads what is on notice; the rest of the address is a site's code. */
const NOTICE = '/notice/'

/** Whether an address is of a site's public notice, which needs no login. */
export function isNoticeAddress(path: string): boolean {
  return path.startsWith(NOTICE) && siteIn(path) !== ''
}

/** The site whose notice an address names. */
export function siteIn(path: string): string {
  const code = path.slice(NOTICE.length).replace(/\/+$/, '')
  try {
    return decodeURIComponent(code)
  } catch {
    return code
  }
}

/** The address of a site's public notice. */
export function noticeAddress(site: string): string {
  return NOTICE + encodeURIComponent(site)
}
