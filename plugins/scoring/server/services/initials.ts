import { initialsOf } from '../../domain'

/** The pinyin initials of a name: `马建国` as `mjg`, `单雄信` as `sxx`. The dictionary is loaded when first needed. */
export async function initialsOfName(name: string): Promise<string> {
  const { pinyin } = await import('pinyin-pro')
  return initialsOf(pinyin(name, { toneType: 'none', surname: 'head', nonZh: 'consecutive' }))
}
