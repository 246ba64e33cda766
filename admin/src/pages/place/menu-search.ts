import type { MenuItem } from '@practice/dispatch/contracts'

/** A category with its items, in the order of the menu. */
export interface MenuGroup {
  code: string
  name: string
  items: MenuItem[]
}

/** The menu by category; `category` shows one alone, `text` is looked for in names, codes, categories and skills. */
export function searchMenu(menu: readonly MenuItem[], text: string, category: string | null): MenuGroup[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const groups = new Map<string, MenuGroup>()
  for (const item of menu) {
    if (category !== null && item.category.code !== category) continue
    const where = [item.name, item.code, item.category.name, item.skill].join(' ').toLowerCase()
    if (!words.every((word) => where.includes(word))) continue
    const group = groups.get(item.category.code) ?? { ...item.category, items: [] }
    group.items.push(item)
    groups.set(group.code, group)
  }
  return [...groups.values()]
}
