/**
 * What is left of private fields for readers who may not see them in full (permissions.md). A mask never gives more
 * than its pattern: what does not look like the field is hidden whole.
 */

const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 ' +
    '长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 ' +
    '南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 ' +
    '即墨 淳于 达奚 褚师 纳兰 完颜 耶律 爱新'
  ).split(' '),
)

const MOBILE = /^(1\d{2})\d{4}(\d{4})$/
/** Three digits for 010 and 02x, four for the rest of the country. */
const LANDLINE = /^(010|02\d|0[3-9]\d{2})(-?)(\d{4,5})(\d{3})$/
const ID_NUMBER = /^(\d{4})(\d{7}|\d{10})(\d{3}[\dXx])$/

/** `19900000001` as `199****0001`; a landline keeps its area code and its last three digits: `0954-****123`. */
export function maskPhone(phone: string): string {
  const mobile = MOBILE.exec(phone)
  if (mobile) return `${mobile[1]}****${mobile[2]}`
  const landline = LANDLINE.exec(phone)
  if (landline) return `${landline[1]}${landline[2]}${stars(landline[3]?.length ?? 0)}${landline[4]}`
  return stars(lengthOf(phone))
}

/** `640402199001010012` as `6404**********0012`; the 15 digits of old cards alike. */
export function maskIdNumber(idNumber: string): string {
  const parts = ID_NUMBER.exec(idNumber)
  return parts ? `${parts[1]}${stars(parts[2]?.length ?? 0)}${parts[3]}` : stars(lengthOf(idNumber))
}

/**
 * `马建国` as `马*国`, `马建` as `马*`, `欧阳建国` as `欧阳*国`, `欧阳修` as `欧阳*`: the surname and, of a given name of
 * two characters or more, its last. A single character is hidden whole.
 */
export function maskName(name: string): string {
  // By code point: rare characters of names take two units of a string, and half of one is nothing.
  const characters = Array.from(name.trim())
  if (characters.length <= 1) return stars(characters.length)
  const compound = characters.length > 2 && COMPOUND_SURNAMES.has(characters.slice(0, 2).join(''))
  const surname = characters.slice(0, compound ? 2 : 1)
  const given = characters.slice(surname.length)
  const last = given.length > 1 ? (given.at(-1) ?? '') : ''
  return surname.join('') + stars(given.length - Array.from(last).length) + last
}

function stars(count: number): string {
  return '*'.repeat(count)
}

function lengthOf(text: string): number {
  return Array.from(text).length
}
