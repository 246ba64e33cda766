import { isWithin, parentOf, tierOf } from '@practice/kernel'
import { checkForm, checkFormSchema, menuOf } from '@practice/dispatch/domain'
import { DEMO_ACCOUNTS, DEMO_TEAM } from '../../seeds/src/accounts'
import { sampleArticles } from '../../seeds/src/articles'
import { categories, items, methods, platforms, sampleOfferings, themes } from '../../seeds/src/catalogue'
import { sampleHouseholds } from '../../seeds/src/households'
import { orderCases } from '../../seeds/src/orders/cases'
import { sampleWorld } from '../../seeds/src/orders/world'
import { sampleAssignments, sampleOrganisations, samplePairings, sampleVenues } from '../../seeds/src/organisations'
import { idCheckOf } from '../../seeds/src/people'
import { sampleSites } from '../../seeds/src/sites'
import { sampleTeams, sampleVolunteers } from '../../seeds/src/teams'

const NOW = Date.parse('2026-11-24T07:00:00Z')
const sites = sampleSites()
const teams = sampleTeams(sites)
const volunteers = sampleVolunteers(teams, 2026)
const households = sampleHouseholds(sites)
const codesOf = (rows: readonly { code: string }[]) => rows.map((row) => row.code)
const count = (tier: string) => sites.filter((site) => site.tier === tier).length

/** The contract's pilots. */
const PILOTS = [
  ...['640402100207', '640402100208', '640402100210', '640402107200', '640402107205', '640402107213'],
  ...['640402106200', '640402106204', '640402106214', '640402105200', '640402105205', '640402105212'],
]

describe('sites', () => {
  test('one district, 14 towns, 191 villages, each under its parent by code', () => {
    expect([count('center'), count('town'), count('village')]).toEqual([1, 14, 191])
    const codes = new Set(codesOf(sites))
    expect(codes.size).toBe(sites.length)
    for (const site of sites) {
      expect(tierOf(site.code)).toBe(site.tier)
      expect(site.parentCode).toBe(parentOf(site.code))
      if (site.parentCode !== null) expect(codes).toContain(site.parentCode)
    }
  })

  test('codes are text', () => {
    for (const { code } of sites) expect(typeof code).toBe('string')
  })

  test('two villages of one name stay two', () => {
    const twins = sites.filter((site) => site.name === '阳洼村')
    expect(codesOf(twins)).toEqual(['640402103210', '640402204207'])
  })

  test('the towns have their people of 2020, 471,329 in all', () => {
    const towns = sites.filter((site) => site.tier === 'town')
    expect(towns.every((town) => (town.population ?? 0) > 0)).toBe(true)
    expect(towns.reduce((sum, town) => sum + (town.population ?? 0), 0)).toBe(471_329)
  })

  test('the 4 pilot towns and 12 pilot villages of the contract', () => {
    const pilots = sites.filter((site) => site.pilot)
    expect(codesOf(pilots.filter((site) => site.tier === 'village')).sort()).toEqual([...PILOTS].sort())
    expect(pilots.filter((site) => site.tier === 'town')).toHaveLength(4)
  })

  test('points of every kind stand in several pilot villages', () => {
    const points = sites.filter((site) => site.tier === 'point')
    expect(new Set(points.map((point) => point.kind))).toEqual(new Set(['courtyard', 'training-base', 'field-school']))
    expect(new Set(points.map((point) => point.parentCode)).size).toBeGreaterThan(5)
    for (const point of points) expect(PILOTS).toContain(point.parentCode)
  })

  test('everything lies in or near the district', () => {
    for (const { latitude, longitude } of sites) {
      expect(latitude).toBeGreaterThan(35.7)
      expect(latitude).toBeLessThan(36.5)
      expect(longitude).toBeGreaterThan(105.9)
      expect(longitude).toBeLessThan(106.7)
    }
  })
})

describe('the catalogue', () => {
  test('46 items in 8 categories for service, and menus of the other five themes', () => {
    expect(items().filter((item) => item.theme === 'service')).toHaveLength(46)
    expect(categories().filter((category) => category.theme === 'service')).toHaveLength(8)
    for (const theme of themes()) {
      expect(items().filter((item) => item.theme === theme.code).length).toBeGreaterThan(2)
    }
    expect(new Set(codesOf(items())).size).toBe(items().length)
  })

  test('six themes, seven platforms of which five are national, five ways of working', () => {
    expect(themes()).toHaveLength(6)
    expect(platforms()).toHaveLength(7)
    expect(platforms().filter((platform) => platform.national)).toHaveLength(5)
    expect(methods()).toHaveLength(5)
  })

  test('the center offers every item, and no two settings are of one site and item', () => {
    const offerings = sampleOfferings()
    const center = offerings.filter((offering) => offering.siteCode === '640402')
    expect(center.map((offering) => offering.itemCode).sort()).toEqual(codesOf(items()).sort())
    expect(center.every((offering) => offering.enabled === true)).toBe(true)
    expect(new Set(offerings.map((one) => `${one.siteCode} ${one.itemCode}`)).size).toBe(offerings.length)
    const known = new Set(codesOf(sites))
    for (const offering of offerings) expect(known).toContain(offering.siteCode)
  })

  test('some towns and villages have settings of their own, switched-off items among them', () => {
    const own = sampleOfferings().filter((offering) => offering.siteCode !== '640402')
    expect(new Set(own.map((offering) => tierOf(offering.siteCode)))).toEqual(new Set(['town', 'village']))
    expect(own.some((offering) => offering.enabled === false)).toBe(true)
    expect(own.some((offering) => offering.hours !== null)).toBe(true)
    expect(own.some((offering) => offering.resolveDays !== null)).toBe(true)
  })

  test('every form can be a form, and the sample answers fit', () => {
    const forms = new Map(
      sampleOfferings().flatMap((one) => (one.form === null ? [] : [[one.itemCode, one.form] as const])),
    )
    expect(forms.size).toBeGreaterThanOrEqual(3)
    for (const [code, form] of forms) expect([code, checkFormSchema(form).ok]).toEqual([code, true])
    for (const one of orderCases()) {
      const checked = checkForm(forms.get(one.itemCode) ?? null, one.form ?? undefined)
      expect([one.itemCode, one.note, checked.ok]).toEqual([one.itemCode, one.note, true])
    }
  })

  test('老三营村 serves C08-03 with the form and the hours of its town', () => {
    const { catalogue } = sampleWorld(2026)
    const line = menuOf('640402100207', catalogue.items, catalogue.offerings, 5).find(({ code }) => code === 'C08-03')
    expect(line).toMatchObject({ urgency: 'urgent', resolveDays: 1, decidedBy: '640402' })
    expect(line?.hours).toContain('急修')
    expect(line?.form).not.toBeNull()
  })
})

describe('teams and organisations', () => {
  test('115 teams over three tiers, each of its site and with room for 3 to 8 orders', () => {
    expect(teams).toHaveLength(115)
    expect(new Set(codesOf(teams)).size).toBe(115)
    expect(new Set(teams.map((team) => team.tier))).toEqual(new Set(['center', 'town', 'village']))
    for (const team of teams) {
      expect(team.tier).toBe(tierOf(team.siteCode))
      expect(team.capacity).toBeGreaterThanOrEqual(3)
      expect(team.capacity).toBeLessThanOrEqual(8)
    }
  })

  test('the center serves every skill that an item takes, a pilot village with its town most of them', () => {
    const needed = [...new Set(items().map((item) => item.skill))]
    const skillsAt = (fits: (siteCode: string) => boolean) =>
      new Set(teams.filter((team) => fits(team.siteCode)).flatMap((team) => team.skills))
    const center = skillsAt((code) => code === '640402')
    expect(needed.filter((skill) => !center.has(skill))).toEqual([])
    for (const village of PILOTS) {
      const near = skillsAt((code) => code !== '640402' && isWithin(village, code))
      expect(needed.filter((skill) => near.has(skill)).length).toBeGreaterThan(needed.length / 2)
    }
  })

  test('every team has members with numbers of their own, minors with a guardian', () => {
    const membersOf = new Map(teams.map((team) => [team.code, 0]))
    for (const { teamCode } of volunteers) membersOf.set(teamCode, (membersOf.get(teamCode) ?? 0) + 1)
    expect([...membersOf.values()].every((members) => members >= 6)).toBe(true)
    expect(new Set(volunteers.map((volunteer) => volunteer.number)).size).toBe(volunteers.length)
    for (const { birthYear, guardian } of volunteers) expect(2026 - birthYear < 18).toBe(guardian !== null)
  })

  test('32 organisations, each paired with a pilot site, and each pilot site with at least one', () => {
    expect(sampleOrganisations()).toHaveLength(32)
    const pairings = samplePairings()
    expect(new Set(pairings.map((one) => one.organisationCode))).toEqual(new Set(codesOf(sampleOrganisations())))
    expect(new Set(pairings.map((one) => one.siteCode))).toEqual(
      new Set(codesOf(sites.filter((site) => site.pilot && site.tier !== 'point'))),
    )
    expect(new Set(codesOf(pairings)).size).toBe(pairings.length)
  })

  test('over 20,000 square metres of venues, of the four departments', () => {
    const venues = sampleVenues()
    expect(venues.reduce((sum, venue) => sum + venue.area, 0)).toBeGreaterThan(20_000)
    expect(new Set(venues.map((venue) => venue.department))).toEqual(new Set(['团委', '教体', '文游', '公安']))
  })

  test('the leader is assigned to 三营镇', () => {
    expect(sampleAssignments()).toContainEqual(
      expect.objectContaining({ leaderUsername: 'leader', siteCode: '640402100' }),
    )
  })
})

describe('people', () => {
  test('40 households in each of the 12 pilot villages', () => {
    expect(households).toHaveLength(480)
    for (const village of PILOTS) {
      expect(households.filter((household) => household.siteCode === village)).toHaveLength(40)
    }
    expect(new Set(codesOf(households)).size).toBe(480)
  })

  test('phones are of a block that nobody serves, and no two alike', () => {
    const phones = [
      ...households.map((household) => household.phone),
      ...volunteers.map((volunteer) => volunteer.phone),
      ...sampleOrganisations().map((organisation) => organisation.contactPhone),
      ...sites.flatMap((site) => (site.deskPhone === null ? [] : [site.deskPhone])),
    ]
    for (const phone of phones) expect(phone).toMatch(/^19900\d{6}$/)
    expect(new Set(phones).size).toBe(phones.length)
    expect(households[0]?.phone).toBe('19900000000')
  })

  test('ID numbers have the right shape and check digit, of an area that does not exist', () => {
    for (const { idNumber } of households) {
      expect(idNumber).toMatch(/^640499\d{11}[\dX]$/)
      expect(idCheckOf(idNumber.slice(0, 17))).toBe(idNumber.slice(17))
    }
    expect(new Set(households.map((household) => household.idNumber)).size).toBe(480)
  })

  test('a check digit as GB 11643 gives it', () => {
    expect(idCheckOf('11010519491231002')).toBe('X')
  })

  test('the head of a household is its first member, and brothers and sisters have names of their own', () => {
    for (const { name, members } of households) {
      expect(members[0]).toMatchObject({ name, relation: '户主' })
      const children = members.filter((member) => ['子', '女'].includes(member.relation))
      expect(new Set(children.map((child) => child.name)).size).toBe(children.length)
    }
  })
})

describe('accounts', () => {
  test.each`
    username                 | role                   | siteCode
    ${'county-editor'}       | ${'county-editor'}     | ${'640402'}
    ${'county-editor-2'}     | ${'county-editor'}     | ${'640402'}
    ${'county-dispatcher'}   | ${'county-dispatcher'} | ${'640402'}
    ${'county-dispatcher-2'} | ${'county-dispatcher'} | ${'640402'}
    ${'town-officer'}        | ${'town-officer'}      | ${'640402100'}
    ${'village-admin'}       | ${'village-admin'}     | ${'640402100207'}
    ${'points-reviewer'}     | ${'points-reviewer'}   | ${'640402100207'}
    ${'points-supervisor'}   | ${'points-supervisor'} | ${'640402100207'}
    ${'town-officer-2'}      | ${'town-officer'}      | ${'640402107'}
    ${'village-admin-2'}     | ${'village-admin'}     | ${'640402107200'}
    ${'team-leader'}         | ${'team-leader'}       | ${'640402100'}
    ${'leader'}              | ${'leader'}            | ${'640402'}
    ${'resident'}            | ${'resident'}          | ${'640402100207'}
  `('$username is $role of $siteCode', ({ username, role, siteCode }: Record<string, string>) => {
    expect(DEMO_ACCOUNTS).toContainEqual(expect.objectContaining({ username, role, siteCode }))
  })

  test('there are no others', () => {
    expect(DEMO_ACCOUNTS).toHaveLength(13)
  })

  test('villagers live in different households of their village', () => {
    const homes = DEMO_ACCOUNTS.flatMap((account) => (account.householdCode === null ? [] : [account]))
    expect(homes.map((account) => account.username).sort()).toEqual([
      'points-reviewer',
      'points-supervisor',
      'resident',
    ])
    expect(new Set(homes.map((account) => account.householdCode)).size).toBe(3)
    for (const { householdCode, siteCode, displayName } of homes) {
      expect(households).toContainEqual(expect.objectContaining({ code: householdCode, siteCode, name: displayName }))
    }
  })

  test('the team of team-leader is a maintenance team of 三营镇', () => {
    const team = teams.find((one) => one.code === DEMO_TEAM)
    expect(team).toMatchObject({ siteCode: '640402100', leaderUsername: 'team-leader' })
    expect(team?.skills).toContain(items().find((item) => item.code === 'C08-03')?.skill)
  })
})

test('some twenty articles, at every place on the way: published ones, drafts, and one that waits for its hour', () => {
  const articles = sampleArticles(NOW)
  expect(articles).toHaveLength(23)
  for (const state of ['draft', 'submitted', 'returned', 'approved', 'scheduled']) {
    expect(articles.filter((article) => article.state === state).length).toBeGreaterThan(0)
  }
  expect(articles.filter((article) => article.state === 'published').length).toBeGreaterThan(10)
  const scheduled = articles.filter((article) => article.publishAt !== null)
  expect(scheduled).toHaveLength(1)
  expect(scheduled[0]?.publishAt).toBeGreaterThan(NOW)
  const known = new Set(codesOf(sites))
  for (const { siteCode, title, body, writtenAt } of articles) {
    expect(known).toContain(siteCode)
    expect(title.length).toBeLessThanOrEqual(120)
    expect(body).toMatch(/^<p>.+<\/p>$/)
    expect(writtenAt).toBeLessThan(NOW)
  }
})
