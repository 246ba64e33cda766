import type { Role, UserActor } from '@practice/kernel'
import { checkPlacing } from '@practice/dispatch/domain'
import { actorOf, HOUSEHOLD, TOWN, VILLAGE } from './dispatch-fixtures'

describe('placing', () => {
  const PHONE = '19900000001'
  const check = (
    role: Role,
    changes: {
      site?: string
      household?: string | null
      onBehalf?: boolean
      householdSite?: string | null
      siteExists?: boolean
      phone?: string | null
      householdPhone?: string | null
    },
    actor: Partial<UserActor> = {},
  ) => {
    const {
      site = VILLAGE,
      household = null,
      onBehalf = role !== 'resident',
      householdSite = null,
      siteExists = true,
      phone = PHONE,
      householdPhone = null,
    } = changes
    return checkPlacing(
      actorOf(role, actor),
      { site, household, phone, onBehalf },
      { siteExists, householdSite, householdPhone },
    )
  }
  const place = (...given: Parameters<typeof check>) => {
    const checked = check(...given)
    return checked.ok ? checked.value.householdCode : checked.code
  }

  test.each(['county-editor', 'team-leader', 'points-reviewer', 'points-supervisor', 'leader'] as const)(
    '%s places none',
    (role) => {
      expect(place(role, {})).toBe('role_not_allowed')
    },
  )

  test.each(['county-dispatcher', 'town-officer', 'village-admin'] as const)(
    '%s places for residents of the own sites, with a reason',
    (role) => {
      expect(place(role, {})).toBeNull()
      expect(place(role, { onBehalf: false })).toBe('on_behalf_missing')
      expect(place(role, { siteExists: false })).toBe('site_unknown')
      expect(place(role, { household: HOUSEHOLD, householdSite: VILLAGE })).toBe(HOUSEHOLD)
      expect(place(role, { household: HOUSEHOLD, householdSite: '640402100208' })).toBe('household_unknown')
      expect(place(role, { household: 'nobody' })).toBe('household_unknown')
      expect(place(role, { site: '640403100207' })).toBe('site_not_yours')
    },
  )

  test('the phone is the one that is given, else the household’s, which staff see masked only', () => {
    const home = { household: HOUSEHOLD, householdSite: VILLAGE, householdPhone: '19900000002' }
    const phoneOf = (given: Parameters<typeof check>[1]) => {
      const checked = check('village-admin', given)
      return checked.ok ? checked.value.phone : checked.code
    }
    expect(phoneOf(home)).toBe(PHONE)
    expect(phoneOf({ ...home, phone: null })).toBe('19900000002')
    expect(phoneOf({ ...home, phone: null, householdPhone: null })).toBe('phone_missing')
    expect(phoneOf({ ...home, phone: null, householdSite: '640402100208' })).toBe('household_unknown')
  })

  test('a resident places in the own village for the own household', () => {
    expect(place('resident', {})).toBe(HOUSEHOLD)
    expect(place('resident', { household: HOUSEHOLD, householdSite: VILLAGE })).toBe(HOUSEHOLD)
    expect(place('resident', { site: `${VILLAGE}-01` })).toBe(HOUSEHOLD)
    expect(place('resident', { household: '640402100207-H002', householdSite: VILLAGE })).toBe('household_not_yours')
    expect(place('resident', {}, { householdCode: null })).toBe('household_not_yours')
    expect(place('resident', { site: TOWN })).toBe('site_not_yours')
    expect(place('resident', { onBehalf: true })).toBe('on_behalf_unexpected')
  })
})
