import { displayNameAt } from './accounts'
import { idNumberOf, nameOf, phoneOf, surnameOf, type Gender } from './people'
import { randomOf, type Random } from './random'
import type { SiteSeed } from './sites'

export interface MemberSeed {
  name: string
  /** To the head: 户主, 配偶, 子, 女, 父, 母, 孙子, 孙女. */
  relation: string
  birthYear: number
}

export interface HouseholdSeed {
  code: string
  siteCode: string
  name: string
  phone: string
  idNumber: string
  address: string
  members: MemberSeed[]
}

/** Households of each pilot village. */
export const HOUSEHOLDS_PER_VILLAGE = 40

const GROUPS = ['一组', '二组', '三组', '四组', '五组']

/** 40 households in each pilot village; nothing of them but the villages exists. */
export function sampleHouseholds(sites: readonly SiteSeed[]): HouseholdSeed[] {
  const villages = sites.filter((site) => site.tier === 'village' && site.pilot)
  return villages.flatMap((village, villageAt) =>
    Array.from({ length: HOUSEHOLDS_PER_VILLAGE }, (_, at) =>
      householdOf(village, at + 1, villageAt * HOUSEHOLDS_PER_VILLAGE + at),
    ),
  )
}

/** The `number`-th household of a village, the `position`-th of all. */
function householdOf(village: SiteSeed, number: number, position: number): HouseholdSeed {
  const code = `${village.code}-H${String(number).padStart(3, '0')}`
  const random = randomOf(`household:${code}`)
  const given = displayNameAt({ householdCode: code })
  const gender: Gender = given !== null || random.chance(0.85) ? 'male' : 'female'
  const surname = given?.slice(0, 1) ?? surnameOf(random)
  const name = given ?? nameOf(random, gender, surname)
  const birthYear = random.integer(1946, 1992)
  const birthDate = `${birthYear}${two(random.integer(1, 12))}${two(random.integer(1, 28))}`
  return {
    code,
    siteCode: village.code,
    name,
    phone: phoneOf('household', position),
    idNumber: idNumberOf(birthDate, position + 1, gender),
    address: `${village.name}${random.pick(GROUPS)}${random.integer(1, 99)}号`,
    members: [{ name, relation: '户主', birthYear }, ...familyOf(random, { name, surname, gender, birthYear })],
  }
}

function familyOf(
  random: Random,
  head: { name: string; surname: string; gender: Gender; birthYear: number },
): MemberSeed[] {
  const family: MemberSeed[] = []
  if (random.chance(0.88)) {
    const spouse: Gender = head.gender === 'male' ? 'female' : 'male'
    family.push({ name: nameOf(random, spouse), relation: '配偶', birthYear: head.birthYear + random.integer(-3, 4) })
  }
  const youngest = Math.min(2022, head.birthYear + 38)
  for (let child = random.integer(0, 3); child > 0; child -= 1) {
    const gender: Gender = random.chance(0.5) ? 'male' : 'female'
    const name = nameOf(random, gender, head.surname)
    const birthYear = random.integer(Math.min(head.birthYear + 21, youngest), youngest)
    // Nobody gives two children one name, nor a child the father's.
    const taken = name === head.name || family.some((member) => member.name === name)
    if (!taken) family.push({ name, relation: gender === 'male' ? '子' : '女', birthYear })
  }
  if (head.birthYear > 1970 && random.chance(0.4)) {
    family.push({ name: nameOf(random, 'female'), relation: '母', birthYear: head.birthYear - random.integer(20, 28) })
  }
  return family
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
