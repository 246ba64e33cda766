import type { Page } from 'playwright-core'

/** What a thumb needs, in pixels. */
const THUMB_PX = 44

/**
 * What can be tapped and is too small for a thumb: what answers must reach 22 px from its middle in all directions. Links
 * within a sentence are as tall as its lines. The page is scrolled, and left where it was.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((thumbPx) => {
    const targets =
      'a[href], button, input, select, textarea, summary, [role="button"], [role="tab"], [role="switch"], [role="option"]'
    const frames = 'label, .ant-select, .ant-picker, .ant-input-affix-wrapper, .ant-input-number, .ant-tabs-tab'
    // A border takes a pixel on either side.
    const reach = thumbPx / 2 - 1
    const isDrawn = (one: Element) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    const isInSentence = (one: Element) =>
      one.matches('a') &&
      getComputedStyle(one).display === 'inline' &&
      (one.parentElement?.textContent ?? '').trim().length > (one.textContent ?? '').trim().length
    const isDisabled = (one: Element) => one.matches(':disabled, [aria-disabled="true"], [aria-hidden="true"] *')
    /** Whether a tap there is one on the target, on what frames it, or on a label of it. */
    function answers(target: Element, x: number, y: number): boolean {
      const hit = document.elementFromPoint(x, y)
      if (hit === null) return false
      const frame = target.closest(frames)
      return target.contains(hit) || frame?.contains(hit) === true || (hit.contains(target) && hit.matches(frames))
    }
    const scrolled = window.scrollY
    const covering = Array.from(document.querySelectorAll('[role="dialog"]')).filter(isDrawn).at(-1)
    const small: string[] = []
    for (const target of Array.from((covering ?? document).querySelectorAll(targets))) {
      if (!isDrawn(target) || isDisabled(target) || isInSentence(target)) continue
      const framed = (target.closest(frames) ?? target).getBoundingClientRect()
      if (framed.width === 0 || (framed.width >= thumbPx - 2 && framed.height >= thumbPx - 2)) continue
      target.scrollIntoView({ block: 'center', inline: 'nearest' })
      const box = target.getBoundingClientRect()
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      if (!answers(target, x, y)) continue
      const isLarge = [
        [x - reach, y],
        [x + reach, y],
        [x, y - reach],
        [x, y + reach],
      ].every(([atX = 0, atY = 0]) => answers(target, atX, atY))
      if (isLarge) continue
      const name = (target.getAttribute('aria-label') ?? target.textContent ?? '').trim().slice(0, 20)
      const kind = `${target.tagName.toLowerCase()}.${target.className.toString().split(' ').slice(0, 2).join('.')}`
      small.push(`${kind} "${name}": ${Math.round(framed.width)} × ${Math.round(framed.height)}`)
    }
    window.scrollTo(0, scrolled)
    return [...new Set(small)]
  }, THUMB_PX)
}
