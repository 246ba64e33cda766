import {
  ALL,
  inScope,
  NONE,
  PUBLIC,
  RESOURCES,
  ROLES,
  scopeOf,
  type Access,
  type Actor,
  type Resource,
  type Role,
  type ScopedRow,
  type UserActor,
} from '@practice/kernel'

/**
 * permissions.md, by hand: "what is read / what is written". A resource that the document has in one row with others
 * has the same line here; pairings and assignments, which it does not name, are the desk's, read where their site is
 * read. `public` is what is published; where nothing is ever unpublished, that is all.
 */
const PERMISSIONS = `
                 | county-editor | county-dispatcher | town-officer           | village-admin          | team-leader    | points-reviewer | points-supervisor | leader       | resident      | nobody
site             | own / –       | own / own         | lineage / –            | lineage / –            | lineage / –    | lineage / –     | lineage / –       | assigned / – | all / –       | all / –
venue            | own / –       | own / own         | lineage / own          | lineage / –            | lineage / –    | lineage / –     | lineage / –       | assigned / – | all / –       | all / –
organisation     | own / –       | own / own         | lineage / own          | lineage / –            | lineage / –    | – / –           | own / –           | assigned / – | all / –       | all / –
team             | own / –       | own / own         | lineage / own          | lineage / –            | lineage / –    | – / –           | own / –           | assigned / – | all / –       | all / –
volunteer        | own / –       | own / own         | lineage / own          | lineage / –            | lineage / team | – / –           | own / –           | assigned / – | all / –       | all / –
service-offering | own / –       | own / own         | own / own              | own / –                | own / –        | – / –           | – / –             | assigned / – | all / –       | all / –
article          | own / own     | own / –           | published+own / own    | published+own / own    | published / –  | published / –   | published / –     | published / – | published / – | published / –
household        | – / –         | own / –           | own / –                | own / own              | – / –          | own / –         | own / –           | – / –        | self / –      | – / –
pairing          | own / –       | own / own         | lineage / –            | lineage / –            | lineage / –    | – / –           | – / –             | assigned / – | – / –         | – / –
assignment       | own / –       | own / own         | lineage / –            | lineage / –            | – / –          | – / –           | – / –             | assigned / – | – / –         | – / –
order            | own / –       | own / own         | own / own              | own / own              | team / team    | – / –           | own / –           | assigned / – | self / self   | – / –
activity         | own / own     | own / –           | lineage / own          | lineage / own          | lineage / –    | lineage / –     | lineage / –       | assigned / – | all / –       | all / –
record           | – / –         | own / –           | own / –                | own / own              | – / –          | own / own       | own / own         | assigned / – | self / –      | – / –
rule-set         | – / –         | own / own         | lineage / own          | lineage / –            | – / –          | lineage / –     | lineage / –       | – / –        | all / –       | all / –
card             | – / –         | own / –           | own / –                | own / own              | – / –          | own / –         | own / own         | – / –        | self / –      | – / –
redemption       | – / –         | own / –           | own / –                | own / own              | – / –          | – / –           | own / own         | – / –        | self / –      | – / –
shop             | – / –         | own / –           | own / –                | lineage / own          | – / –          | – / –           | own / own         | – / –        | lineage / –   | – / –
transfer         | – / –         | own / –           | own / –                | – / –                  | – / –          | – / –           | own / own         | – / –        | self / –      | – / –
flag             | – / –         | own / –           | own / –                | – / –                  | – / –          | – / –           | own / own         | – / –        | – / –         | – / –
audit            | acts / –      | all / –           | own / –                | – / –                  | – / –          | – / –           | own / –           | – / –        | – / –         | – / –
`

/** Two towns with villages and a point; what belongs to the actor by other ties stands in the other town. */
const ROWS = {
  center: { siteCode: '640402' },
  town: { siteCode: '640402100' },
  village: { siteCode: '640402100207' },
  point: { siteCode: '640402100207-01' },
  neighbour: { siteCode: '640402100208' },
  otherTown: { siteCode: '640402107' },
  otherVillage: { siteCode: '640402107200' },
  nextDistrict: { siteCode: '640403' },
  orphan: { siteCode: null },
  ofTeam: { siteCode: '640402107200', teamCode: 'T001' },
  ofOtherTeam: { siteCode: '640402107200', teamCode: 'T002' },
  ofHousehold: { siteCode: '640402107200', householdCode: '640402100207-H001' },
  ofOtherHousehold: { siteCode: '640402107200', householdCode: '640402107200-H001' },
  act: { siteCode: null, actor: 'me' },
  actOfOther: { siteCode: null, actor: 'somebody' },
  published: { siteCode: '640402107200', publishedAt: '2026-11-24T00:00:00Z' },
} as const satisfies Record<string, ScopedRow>
type RowName = keyof typeof ROWS

const NAMES = Object.keys(ROWS) as RowName[]
const IN_VILLAGE: RowName[] = ['village', 'point']
const IN_TOWN: RowName[] = ['town', 'neighbour', ...IN_VILLAGE]
const OUTSIDE: RowName[] = ['nextDistrict', 'orphan', 'act', 'actOfOther']
const IN_DISTRICT = NAMES.filter((name) => !OUTSIDE.includes(name))

/** Where each role sits, what lies there and below, and what lies above. */
const HOMES: Record<Role, { siteCode: string | null; own: RowName[]; above: RowName[] }> = {
  'county-editor': { siteCode: '640402', own: IN_DISTRICT, above: [] },
  'county-dispatcher': { siteCode: '640402', own: IN_DISTRICT, above: [] },
  'town-officer': { siteCode: '640402100', own: IN_TOWN, above: ['center'] },
  'village-admin': { siteCode: '640402100207', own: IN_VILLAGE, above: ['town', 'center'] },
  'team-leader': { siteCode: '640402100', own: IN_TOWN, above: ['center'] },
  'points-reviewer': { siteCode: '640402100207', own: IN_VILLAGE, above: ['town', 'center'] },
  'points-supervisor': { siteCode: '640402100207', own: IN_VILLAGE, above: ['town', 'center'] },
  leader: { siteCode: '640402', own: IN_DISTRICT, above: [] },
  resident: { siteCode: '640402100207', own: IN_VILLAGE, above: ['town', 'center'] },
}

const user = (role: Role, different: Partial<UserActor> = {}): UserActor => ({
  kind: 'user',
  userId: 1,
  username: 'me',
  displayName: '我',
  role,
  siteCode: HOMES[role].siteCode,
  teamCode: 'T001',
  householdCode: '640402100207-H001',
  assignedSiteCodes: role === 'leader' ? ['640402100'] : [],
  ...different,
})

/** The words at the head of permissions.md, as the rows that they mean. */
function meant(word: string, who: Role | 'nobody'): RowName[] {
  const home = who === 'nobody' ? { own: [], above: [] } : HOMES[who]
  const meanings: Record<string, RowName[]> = {
    '–': [],
    all: NAMES,
    own: home.own,
    lineage: [...home.own, ...home.above],
    team: ['ofTeam'],
    assigned: IN_TOWN,
    self: ['ofHousehold'],
    acts: ['act'],
    published: ['published'],
    'published+own': [...new Set<RowName>(['published', ...home.own])],
  }
  const rows = meanings[word]
  if (rows === undefined) throw new Error(`no such word: ${word}`)
  return [...rows].sort()
}

const seen = (actor: Actor, resource: Resource, access: Access) =>
  NAMES.filter((name) => inScope(scopeOf(actor, resource, access), ROWS[name])).sort()

const cellsOf = (line: string) => line.split('|').map((cell) => cell.trim())
const [head = '', ...lines] = PERMISSIONS.trim().split('\n')
const callers = cellsOf(`|${head.slice(head.indexOf('|') + 1)}`).slice(1) as (Role | 'nobody')[]
const cells = lines.flatMap((line) => {
  const [resource = '', ...words] = cellsOf(line)
  return callers.map((who, index) => {
    const [read = '', write = ''] = (words[index] ?? '').split(' / ')
    return { resource: resource as Resource, who, read, write }
  })
})

test('the table has every resource and every role', () => {
  expect(callers).toEqual([...ROLES, 'nobody'])
  expect(lines.map((line) => cellsOf(line)[0]).sort()).toEqual([...RESOURCES].sort())
})

test.each(cells)('$resource, $who: reads $read, writes $write', ({ resource, who, read, write }) => {
  const actor = who === 'nobody' ? PUBLIC : user(who)
  expect(seen(actor, resource, 'read')).toEqual(meant(read, who))
  expect(seen(actor, resource, 'write')).toEqual(meant(write, who))
})

describe('without what a rule stands on, nothing', () => {
  const lost = { siteCode: null, teamCode: null, householdCode: null, assignedSiteCodes: [] }
  const PUBLIC_TO_RESIDENTS: readonly Resource[] = [
    'site',
    'venue',
    'organisation',
    'team',
    'volunteer',
    'service-offering',
    'activity',
    'rule-set',
  ]

  /** What is left: what anyone sees, and what one did oneself. */
  function left(role: Role, resource: Resource): RowName[] {
    if (role === 'resident' && PUBLIC_TO_RESIDENTS.includes(resource)) return [...NAMES].sort()
    if (resource === 'article' && !role.startsWith('county-')) return ['published']
    return resource === 'audit' && role === 'county-editor' ? ['act'] : []
  }

  test.each(ROLES)('a %s without site, team, household or assignment', (role) => {
    const actor = user(role, lost)
    for (const resource of RESOURCES) {
      expect({ resource, rows: seen(actor, resource, 'read') }).toEqual({ resource, rows: left(role, resource) })
      expect({ resource, rows: seen(actor, resource, 'write') }).toEqual({ resource, rows: [] })
    }
  })

  test.each(['', '6404', '640402%', "640402' or 1=1", '99'])(
    'a site that is none, %p, bounds to nothing',
    (siteCode) => {
      for (const resource of ['household', 'order'] as const) {
        expect(seen(user('village-admin', { siteCode }), resource, 'read')).toEqual([])
        expect(seen(user('leader', { assignedSiteCodes: [siteCode] }), resource, 'read')).toEqual([])
      }
    },
  )
})

describe('who stands outside of the table', () => {
  test.each(RESOURCES)('the system and the panel see every %s', (resource) => {
    expect(scopeOf({ kind: 'system', because: 'seeds' }, resource, 'write')).toBe(ALL)
    expect(scopeOf({ kind: 'panel', adminId: 1, displayName: '管理员' }, resource, 'read')).toBe(ALL)
  })

  test('a leader with two assignments sees both, and a double one once', () => {
    const leader = user('leader', { assignedSiteCodes: ['640402107', '640402100207', '640402107'] })
    expect(seen(leader, 'order', 'read')).toEqual(
      [
        'ofHousehold',
        'ofOtherHousehold',
        'ofOtherTeam',
        'ofTeam',
        'otherTown',
        'otherVillage',
        'point',
        'published',
        'village',
      ].sort(),
    )
  })

  test('a scope of nothing holds no row, one of all every row', () => {
    expect(NAMES.filter((name) => inScope(NONE, ROWS[name]))).toEqual([])
    expect(NAMES.filter((name) => inScope(ALL, ROWS[name]))).toEqual(NAMES)
  })
})
