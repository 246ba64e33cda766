import { PUBLIC, ROLES, type Actor, type Role, type UserActor } from '@practice/kernel'
import {
  abilitiesOf,
  checkQuery,
  checkSite,
  checkValues,
  cleanHtml,
  cleanName,
  columnsAskable,
  decideArticle,
  decideReveal,
  FAILURES_MAX,
  LOCK_MS,
  lockedForMs,
  masterTypeOf,
  MASTER_TYPES,
  mayReadDrafts,
  mayUpload,
  mimeOf,
  narrowed,
  readRelation,
  rowShown,
  uploadsIn,
  type ArticleAct,
  type Asked,
  type MasterType,
  type Model,
  type RevealType,
} from '@practice/access/domain'

const VILLAGE = '640402100207'

const user = (role: Role, more: Partial<UserActor> = {}): UserActor => ({
  kind: 'user',
  userId: 1,
  username: 'somebody',
  displayName: '某人',
  role,
  siteCode: VILLAGE,
  teamCode: null,
  householdCode: null,
  assignedSiteCodes: [],
  ...more,
})

const typeOf = (uid: string): MasterType => {
  const type = masterTypeOf(uid)
  if (type === null) throw new Error(uid)
  return type
}
const TEAM = typeOf('api::team.team')
const VOLUNTEER = typeOf('api::volunteer.volunteer')
const HOUSEHOLD = typeOf('api::household.household')

const MODEL: Model = {
  uid: 'api::team.team',
  draftAndPublish: false,
  attributes: {
    code: { type: 'string' },
    name: { type: 'string', maxLength: 10 },
    capacity: { type: 'integer' },
    latitude: { type: 'float' },
    active: { type: 'boolean' },
    tier: { type: 'enumeration', enum: ['town', 'village'] },
    since: { type: 'date' },
    at: { type: 'datetime' },
    skills: { type: 'json' },
    phone: { type: 'string' },
    hidden: { type: 'string', private: true },
    secret: { type: 'password' },
    site: { type: 'relation', target: 'api::team.team' },
    createdBy: { type: 'relation', target: 'admin::user' },
  },
}

const asked: Asked = { model: MODEL, columns: 'all', masked: new Set(['phone']) }
const paths = (query: object, columns: Asked['columns'] = 'all') =>
  checkQuery(query as Record<string, unknown>, MODEL.uid, {
    mayDraft: false,
    asked: (uid) => (uid === MODEL.uid ? { ...asked, columns } : null),
  }).map(({ path }) => path.join('.'))

describe('a query', () => {
  test.each([
    [{}],
    [{ filters: { name: 'x', capacity: { $gte: '3' }, active: 'true', tier: { $in: ['town'] } } }],
    [{ filters: { $or: [{ code: { $startsWith: 'x' } }, { $not: { since: '2026-01-01' } }] } }],
    [
      {
        filters: { name: { $not: { $contains: 'x' } }, at: { $lt: '2026-01-01T00:00:00Z' }, documentId: 'x', id: '5' },
      },
    ],
    [{ sort: 'name:desc,code' }],
    [{ sort: ['name', 'code:asc'] }],
    [{ sort: { name: 'asc' } }],
    [{ fields: ['name', 'skills'] }],
    [{ fields: '*' }],
    [{ populate: '*' }],
    [{ populate: ['site', 'site.site'] }],
    [{ populate: { site: { fields: ['name'], filters: { code: 'x' }, sort: 'code', populate: { site: true } } } }],
    [{ pagination: { page: '2', pageSize: '100', withCount: 'false' }, _q: '王', status: 'published' }],
  ])('may ask %j', (query) => {
    expect(paths(query)).toEqual([])
  })

  test.each`
    query                                                 | named
    ${{ filters: { site: { name: 'x' } } }}               | ${'filters.site'}
    ${{ filters: { site: '1' } }}                         | ${'filters.site'}
    ${{ filters: { createdBy: { id: 1 } } }}              | ${'filters.createdBy'}
    ${{ filters: { hidden: 'x' } }}                       | ${'filters.hidden'}
    ${{ filters: { secret: 'x' } }}                       | ${'filters.secret'}
    ${{ filters: { phone: '1' } }}                        | ${'filters.phone'}
    ${{ filters: { skills: 'x' } }}                       | ${'filters.skills'}
    ${{ filters: { $and: [{ $not: { site: 'x' } }] } }}   | ${'filters.$and.0.$not.site'}
    ${{ filters: { __proto__x: 'x' } }}                   | ${'filters.__proto__x'}
    ${{ filters: { toString: 'x' } }}                     | ${'filters.toString'}
    ${{ filters: { capacity: '1.5' } }}                   | ${'filters.capacity'}
    ${{ filters: { capacity: '9999999999' } }}            | ${'filters.capacity'}
    ${{ filters: { active: 'maybe' } }}                   | ${'filters.active'}
    ${{ filters: { name: { $regex: 'x' } } }}             | ${'filters.name.$regex'}
    ${{ filters: { capacity: { $contains: '1' } } }}      | ${'filters.capacity.$contains'}
    ${{ filters: { name: { $between: ['a'] } } }}         | ${'filters.name.$between'}
    ${{ filters: { at: '2026-01-01' } }}                  | ${'filters.at'}
    ${{ filters: { name: 'a\u0000' } }}                   | ${'filters.name'}
    ${{ sort: 'site.name' }}                              | ${'sort.site.name'}
    ${{ sort: { site: { name: 'asc' } } }}                | ${'sort.site'}
    ${{ sort: 'name:up' }}                                | ${'sort.name'}
    ${{ sort: 'skills' }}                                 | ${'sort.skills'}
    ${{ fields: 'hidden' }}                               | ${'fields.hidden'}
    ${{ fields: 'site' }}                                 | ${'fields.site'}
    ${{ populate: 'name' }}                               | ${'populate.name'}
    ${{ populate: 'createdBy' }}                          | ${'populate.createdBy'}
    ${{ populate: { site: { count: 'true' } } }}          | ${'populate.site.count'}
    ${{ populate: { site: { filters: { site: '1' } } } }} | ${'populate.site.filters.site'}
    ${{ populate: { site: { sort: 'site.code' } } }}      | ${'populate.site.sort.site.code'}
    ${{ populate: 'site.site.site.site.site' }}           | ${'populate.site.site.site.site.site'}
    ${{ pagination: { pageSize: '101' } }}                | ${'pagination.pageSize'}
    ${{ pagination: { limit: '5' } }}                     | ${'pagination.limit'}
    ${{ locale: 'zh' }}                                   | ${'locale'}
    ${{ status: 'draft' }}                                | ${'status'}
    ${{ hasPublishedVersion: 'true' }}                    | ${'hasPublishedVersion'}
    ${{ _q: ['x'] }}                                      | ${'_q'}
  `('may not ask $query', ({ query, named }: { query: object; named: string }) => {
    expect(paths(query)).toContain(named)
  })

  test('asks only about what is seen', () => {
    expect(paths({ filters: { capacity: '1' }, fields: 'capacity', sort: 'capacity' }, ['name'])).toHaveLength(3)
    expect(paths({ filters: { name: '1' }, populate: 'site' }, ['name'])).toEqual(['populate.site'])
  })

  test('keeps to the own site when it asks about what is hidden above', () => {
    const own = { siteCode: { $gte: VILLAGE, $lt: '640402100208' } }
    const admin = user('village-admin')
    expect(narrowed(TEAM, admin, { filters: { capacity: 5 } }).filters).toEqual({ $and: [{ capacity: 5 }, own] })
    expect(narrowed(TEAM, admin, { sort: 'capacity' }).filters).toEqual(own)
    expect(narrowed(TEAM, admin, { filters: { $or: [{ name: 'x' }] } }).filters).toEqual({ $or: [{ name: 'x' }] })
    expect(narrowed(TEAM, user('county-dispatcher'), { filters: { capacity: 5 } }).filters).toEqual({ capacity: 5 })
    expect(narrowed(VOLUNTEER, PUBLIC, { _q: '马' }).filters).toEqual({ $or: [{ name: { $containsi: '马' } }] })
    expect(narrowed(TEAM, admin, { fields: ['name'] }).fields).toEqual(['name', 'siteCode'])
  })
})

describe('a row', () => {
  const volunteer = {
    id: 1,
    documentId: 'x',
    number: 'N1',
    name: '马建国',
    phone: '19900000001',
    siteCode: VILLAGE,
    birthYear: 1990,
  }

  test.each`
    actor                                                  | keys
    ${PUBLIC}                                              | ${'documentId,id,name'}
    ${user('resident')}                                    | ${'documentId,id,name'}
    ${user('village-admin')}                               | ${'birthYear,documentId,id,name,number,phone,siteCode'}
    ${user('village-admin', { siteCode: '640402100208' })} | ${'documentId,id,name,number,siteCode'}
    ${user('county-dispatcher')}                           | ${'birthYear,documentId,id,name,number,phone,siteCode'}
  `('shows $actor.kind $actor.role only $keys', ({ actor, keys }: { actor: Actor; keys: string }) => {
    expect(
      Object.keys(rowShown(VOLUNTEER, actor, volunteer, 2026))
        .sort()
        .join(),
    ).toBe(keys)
  })

  test('hides numbers from everybody, and the names of minors from outsiders', () => {
    expect(rowShown(VOLUNTEER, user('county-dispatcher'), volunteer, 2026).phone).toBe('199****0001')
    expect(rowShown(VOLUNTEER, PUBLIC, { ...volunteer, birthYear: 2010 }, 2026).name).toBe('马*国')
    expect(rowShown(VOLUNTEER, PUBLIC, { ...volunteer, guardian: '马父' }, 2026).name).toBe('马*国')
    const household = {
      code: `${VILLAGE}-H001`,
      siteCode: VILLAGE,
      phone: '19900000001',
      idNumber: '640402199001010012',
    }
    expect(rowShown(HOUSEHOLD, user('village-admin'), household, 2026)).toMatchObject({
      phone: '199****0001',
      idNumber: '6404**********0012',
    })
  })

  test('is asked about no more than it shows', () => {
    expect(columnsAskable(VOLUNTEER, PUBLIC)).toEqual(['name'])
    expect(columnsAskable(VOLUNTEER, user('village-admin'))).toBe('all')
  })
})

describe('a relation', () => {
  test.each`
    value                                                   | meaning
    ${undefined}                                            | ${{ kind: 'absent' }}
    ${null}                                                 | ${{ kind: 'clear' }}
    ${[]}                                                   | ${{ kind: 'clear' }}
    ${'abc'}                                                | ${{ kind: 'to', pointer: { text: 'abc' } }}
    ${'17'}                                                 | ${{ kind: 'to', pointer: { text: '17' } }}
    ${17}                                                   | ${{ kind: 'to', pointer: { id: 17 } }}
    ${[17]}                                                 | ${{ kind: 'to', pointer: { id: 17 } }}
    ${{ id: 17 }}                                           | ${{ kind: 'to', pointer: { id: 17 } }}
    ${{ id: '17' }}                                         | ${{ kind: 'to', pointer: { text: '17' } }}
    ${{ documentId: 'abc' }}                                | ${{ kind: 'to', pointer: { documentId: 'abc' } }}
    ${{ code: 'abc' }}                                      | ${{ kind: 'to', pointer: { text: 'abc' } }}
    ${{ set: ['abc'] }}                                     | ${{ kind: 'to', pointer: { text: 'abc' } }}
    ${{ set: [] }}                                          | ${{ kind: 'clear' }}
    ${{ connect: [{ id: 17, position: { end: true } }] }}   | ${{ kind: 'to', pointer: { id: 17 } }}
    ${{ connect: [17], disconnect: [{ documentId: 'x' }] }} | ${{ kind: 'to', pointer: { id: 17 } }}
    ${{ connect: [], disconnect: [] }}                      | ${{ kind: 'absent' }}
    ${{ disconnect: [17] }}                                 | ${{ kind: 'clear' }}
    ${['a', 'b']}                                           | ${{ kind: 'wrong' }}
    ${{ connect: ['a', 'b'] }}                              | ${{ kind: 'wrong' }}
    ${{ connect: ['a'], other: 1 }}                         | ${{ kind: 'wrong' }}
    ${''}                                                   | ${{ kind: 'wrong' }}
    ${'a b'}                                                | ${{ kind: 'wrong' }}
    ${-1}                                                   | ${{ kind: 'wrong' }}
    ${1e21}                                                 | ${{ kind: 'wrong' }}
    ${true}                                                 | ${{ kind: 'wrong' }}
    ${{}}                                                   | ${{ kind: 'wrong' }}
    ${[[17]]}                                               | ${{ kind: 'wrong' }}
  `('$value is $meaning', ({ value, meaning }: { value: unknown; meaning: object }) => {
    expect(readRelation(value)).toEqual(meaning)
  })
})

describe('a value', () => {
  const wrong = (data: object) => checkValues(MODEL, data as Record<string, unknown>).map(({ path }) => path[0])

  test('fits its column', () => {
    const data = {
      name: '马',
      capacity: -5,
      latitude: 36.1,
      active: false,
      tier: 'town',
      since: '2024-02-29',
      at: '2026-01-01T08:00:00+08:00',
    }
    expect(wrong({ ...data, skills: [{ a: 1 }], site: 5 })).toEqual([])
    expect(wrong({ name: null, capacity: null, skills: null })).toEqual([])
  })

  test.each([
    [{ name: 5 }],
    [{ name: ['a'] }],
    [{ name: 'x'.repeat(11) }],
    [{ code: 'x'.repeat(256) }],
    [{ name: 'a\u0000' }],
    [{ capacity: 1.5 }],
    [{ capacity: 2 ** 31 }],
    [{ capacity: '5' }],
    [{ latitude: Infinity }],
    [{ active: 'true' }],
    [{ tier: 'moon' }],
    [{ since: '2024-02-30' }],
    [{ since: '2024-2-3' }],
    [{ at: 'now' }],
    [{ at: 5 }],
    [{ skills: JSON.parse('['.repeat(20) + ']'.repeat(20)) as unknown }],
    [{ skills: ['\u0000'] }],
  ])('%j does not', (data) => {
    expect(wrong(data)).toHaveLength(1)
  })
})

test.each`
  action         | asked          | isPublished | editor         | officer
  ${'create'}    | ${null}        | ${false}    | ${'draft'}     | ${'draft'}
  ${'create'}    | ${'published'} | ${false}    | ${'published'} | ${null}
  ${'update'}    | ${'draft'}     | ${true}     | ${'draft'}     | ${'draft'}
  ${'update'}    | ${'published'} | ${false}    | ${'published'} | ${null}
  ${'publish'}   | ${null}        | ${false}    | ${'draft'}     | ${null}
  ${'unpublish'} | ${null}        | ${true}     | ${'draft'}     | ${null}
  ${'delete'}    | ${null}        | ${true}     | ${'draft'}     | ${null}
  ${'delete'}    | ${null}        | ${false}    | ${'draft'}     | ${'draft'}
`(
  '$action of an article as $asked',
  ({ editor, officer, ...act }: ArticleAct & { editor: unknown; officer: unknown }) => {
    const decide = (role: Role) => {
      const result = decideArticle(user(role), act)
      return result.ok ? result.value : null
    }
    expect(decide('county-editor')).toBe(editor)
    for (const role of ROLES.filter((name) => name !== 'county-editor')) expect(decide(role)).toBe(officer)
  },
)

test('drafts are for those who write them, uploads for those who have something to show', () => {
  expect(ROLES.filter((role) => mayReadDrafts(user(role)))).toEqual([
    'county-editor',
    'county-dispatcher',
    'town-officer',
    'village-admin',
  ])
  expect(ROLES.filter((role) => mayUpload(user(role)))).toEqual([
    'county-editor',
    'county-dispatcher',
    'town-officer',
    'village-admin',
    'team-leader',
    'resident',
  ])
  expect([mayReadDrafts(PUBLIC), mayUpload(PUBLIC)]).toEqual([false, false])
  for (const role of ROLES) expect(new Set(abilitiesOf(role)).size).toBe(abilitiesOf(role).length)
})

interface Revealing {
  role: Role
  type: RevealType
  row: Parameters<typeof decideReveal>[2]
  outcome: string
}

test.each`
  role                   | type           | row                                        | outcome
  ${'county-dispatcher'} | ${'order'}     | ${{ siteCode: VILLAGE }}                   | ${'ok'}
  ${'village-admin'}     | ${'household'} | ${{ siteCode: VILLAGE }}                   | ${'ok'}
  ${'village-admin'}     | ${'volunteer'} | ${{ siteCode: '640402100' }}               | ${'role_not_allowed'}
  ${'team-leader'}       | ${'order'}     | ${{ teamCode: 'T1', state: 'accepted' }}   | ${'ok'}
  ${'team-leader'}       | ${'order'}     | ${{ teamCode: 'T1', state: 'started' }}    | ${'ok'}
  ${'team-leader'}       | ${'order'}     | ${{ teamCode: 'T1', state: 'dispatched' }} | ${'wrong_state'}
  ${'team-leader'}       | ${'order'}     | ${{ teamCode: 'T1', state: 'completed' }}  | ${'wrong_state'}
  ${'team-leader'}       | ${'order'}     | ${{ teamCode: 'T2', state: 'accepted' }}   | ${'role_not_allowed'}
  ${'team-leader'}       | ${'household'} | ${{ siteCode: VILLAGE }}                   | ${'role_not_allowed'}
  ${'resident'}          | ${'order'}     | ${{ siteCode: VILLAGE }}                   | ${'role_not_allowed'}
`('revealing of $type $row to $role: $outcome', ({ role, type, row, outcome }: Revealing) => {
  const result = decideReveal(user(role, { teamCode: 'T1' }), type, row)
  expect(result.ok ? 'ok' : result.code).toBe(outcome)
})

test('five failures in a row lock, and a while opens again', () => {
  const at = 1_000_000_000
  expect(lockedForMs(null, at)).toBe(0)
  expect(lockedForMs({ failures: FAILURES_MAX - 1, lastAt: at }, at)).toBe(0)
  expect(lockedForMs({ failures: FAILURES_MAX, lastAt: at }, at)).toBe(LOCK_MS)
  expect(lockedForMs({ failures: FAILURES_MAX, lastAt: at }, at + LOCK_MS)).toBe(0)
})

test.each`
  code                 | data                     | wrong
  ${'640402'}          | ${{ tier: 'center' }}    | ${[]}
  ${'640402100207'}    | ${{ tier: 'town' }}      | ${['tier']}
  ${'640402100207-01'} | ${{ kind: 'courtyard' }} | ${[]}
  ${'640402100207'}    | ${{ kind: 'courtyard' }} | ${['kind']}
  ${'64040'}           | ${{}}                    | ${['code']}
  ${5}                 | ${{}}                    | ${['code']}
`('the site $code with $data', ({ code, data, wrong }: { code: unknown; data: object; wrong: string[] }) => {
  expect(checkSite(code, data as Record<string, unknown>).map(({ path }) => path[0])).toEqual(wrong)
})

test.each`
  name            | content                | mime
  ${'a.png'}      | ${'image/png'}         | ${'image/png'}
  ${'a.JPEG'}     | ${'image/jpeg'}        | ${'image/jpeg'}
  ${'a.doc'}      | ${'application/x-cfb'} | ${'application/msword'}
  ${'a.png'}      | ${'image/jpeg'}        | ${null}
  ${'a.svg'}      | ${'image/svg+xml'}     | ${null}
  ${'a.html'}     | ${null}                | ${null}
  ${'png'}        | ${'image/png'}         | ${null}
  ${'a'}          | ${'image/png'}         | ${null}
  ${'a.toString'} | ${null}                | ${null}
`('$name of $content is $mime', ({ name, content, mime }: Record<'name' | 'content' | 'mime', string>) => {
  expect(mimeOf(name, content)).toBe(mime)
})

test('names and bodies are cleaned', () => {
  expect(cleanName('../a/b\\<c>.png')).toBe('c.png')
  expect(cleanName('照片 1.png')).toBe('照片 1.png')
  expect(cleanHtml('<p style="x" onclick="y">a<script>b</script><a href="javascript:c">d</a></p>')).toBe(
    '<p>a<a rel="noopener noreferrer">d</a></p>',
  )
  expect(cleanHtml('<img src="data:image/png;base64,x"><img src="//x/y.png"><img src="/uploads/a.png">')).toBe(
    '<img /><img /><img src="/uploads/a.png" />',
  )
  expect(uploadsIn('<img src="/uploads/thumbnail_a_1.png"><img src="/uploads/b-2.jpg"><img src="/x/c.png">')).toEqual([
    'a_1',
    'b-2',
  ])
})

test('every stamp leads to a type that has a code', () => {
  for (const [uid, { stamps }] of Object.entries(MASTER_TYPES)) {
    for (const { target } of stamps) expect({ uid, code: masterTypeOf(target)?.code }).toEqual({ uid, code: 'code' })
  }
})
