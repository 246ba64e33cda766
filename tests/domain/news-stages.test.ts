import { ROLES, type Actor, type Role, type UserActor } from '@practice/kernel'
import {
  afterEdit,
  allowedArticleVerbs,
  ARTICLE_STAGES,
  ARTICLE_VERBS,
  decideVerb,
  mayGoOut,
  type ArticleCommand,
  type ArticleSituation,
  type ArticleStage,
  type ArticleStanding,
  type ArticleVerb,
  type PictureFinding,
} from '@practice/access/domain'

const NOW = Date.parse('2026-11-24T10:00:00+08:00')
const LATER = NOW + 3_600_000
const VILLAGE = '640402100207'

/** The rulebook, written out by hand: which stage a verb leads to, from each stage that allows it. */
const LEADS_TO: Record<ArticleVerb, Partial<Record<ArticleStage, ArticleStage>>> = {
  submit: { draft: 'submitted', returned: 'submitted' },
  approve: { submitted: 'approved' },
  return: { submitted: 'returned', approved: 'returned' },
  withdraw: { submitted: 'draft' },
  schedule: { draft: 'approved', submitted: 'approved', approved: 'approved', returned: 'approved' },
  unschedule: { draft: 'draft', submitted: 'submitted', approved: 'approved', returned: 'returned' },
  publish: { draft: 'approved', submitted: 'approved', approved: 'approved', returned: 'approved' },
  unpublish: { draft: 'draft', submitted: 'draft', approved: 'draft', returned: 'draft' },
}

const WRITER_VERBS: ArticleVerb[] = ['submit', 'withdraw']

/** permissions.md, row "article", written out by hand. */
const MAY: Record<Role, readonly ArticleVerb[]> = {
  'county-editor': ARTICLE_VERBS,
  'county-dispatcher': [],
  'town-officer': WRITER_VERBS,
  'village-admin': WRITER_VERBS,
  'team-leader': [],
  'points-reviewer': [],
  'points-supervisor': [],
  leader: [],
  resident: [],
}

const SITES: Partial<Record<Role, string>> = { 'town-officer': '640402100', 'village-admin': VILLAGE }

function person(role: Role, changes: Partial<UserActor> = {}): UserActor {
  return {
    ...{ kind: 'user', userId: 1, username: role, displayName: role, role },
    siteCode: SITES[role] ?? '640402',
    ...{ teamCode: null, householdCode: null, assignedSiteCodes: [] },
    ...changes,
  }
}

const wang = person('county-editor', { username: 'wang' })
const zhao = person('county-editor', { username: 'zhao' })

/** An article that somebody else has written, waits for its time and is out, so that the stage alone decides. */
function articleIn(stage: ArticleStage, changes: Partial<ArticleStanding> = {}): ArticleStanding {
  return {
    ...{ stage, version: 7, siteCode: VILLAGE, publishAt: LATER, isPublished: true },
    ...{ writers: ['somebody'], submittedBy: 'somebody', approvedBy: null, returnNote: null },
    ...changes,
  }
}

function commandOf(verb: ArticleVerb, changes: Partial<ArticleCommand> = {}): ArticleCommand {
  return { verb, version: 7, publishAt: LATER, note: '数字请核对', ...changes }
}

function decided(verb: ArticleVerb, situation: Partial<ArticleSituation> = {}) {
  const [article, actor] = [articleIn('submitted'), wang]
  const command = commandOf(verb)
  return decideVerb({ article, command, actor, secondPerson: false, pictures: [], now: NOW, ...situation })
}

const outcomeOf = (result: ReturnType<typeof decided>): string => (result.ok ? result.value.stage : result.code)

const CELLS = ARTICLE_VERBS.flatMap((verb) =>
  ARTICLE_STAGES.flatMap((stage) => ROLES.map((role) => ({ verb, stage, role }))),
)

test('the table has every cell', () => {
  expect(CELLS).toHaveLength(8 * 4 * 9)
})

test.each(CELLS)('$verb of a $stage article by $role', ({ verb, stage, role }) => {
  const outcome = outcomeOf(decided(verb, { article: articleIn(stage), actor: person(role) }))
  expect(outcome).toBe(!MAY[role].includes(verb) ? 'role_not_allowed' : (LEADS_TO[verb][stage] ?? 'wrong_stage'))
})

test.each(ARTICLE_STAGES.flatMap((stage) => ROLES.map((role) => ({ stage, role }))))(
  'of a $stage article $role is shown what works',
  ({ stage, role }) => {
    const works = MAY[role].filter((verb) => LEADS_TO[verb][stage] !== undefined)
    expect(allowedArticleVerbs(articleIn(stage), person(role), false)).toEqual(works)
  },
)

interface StandingCase {
  verb: ArticleVerb
  standing: Partial<ArticleStanding>
  outcome: string
}

interface ApprovalCase {
  stage: ArticleStage
  approvedBy: string | null
  writers: string[]
  submittedBy: string
  outcome: string
}

interface ChangeCase {
  stage: ArticleStage
  isByEditor: boolean
  secondPerson: boolean
  pictures: PictureFinding[]
  becomes: ArticleStage
  keepsTime: boolean
}

describe('how an article stands beside its stage', () => {
  test.each`
    verb            | standing                  | outcome
    ${'unschedule'} | ${{ publishAt: null }}    | ${'not_scheduled'}
    ${'unpublish'}  | ${{ isPublished: false }} | ${'not_published'}
    ${'publish'}    | ${{ isPublished: false }} | ${'approved'}
    ${'schedule'}   | ${{ publishAt: null }}    | ${'approved'}
  `('$verb with $standing: $outcome', ({ verb, standing, outcome }: StandingCase) => {
    expect(outcomeOf(decided(verb, { article: articleIn('draft', standing) }))).toBe(outcome)
  })

  test.each`
    who                              | siteCode          | outcome
    ${'the officer of its town'}     | ${'640402100'}    | ${'submitted'}
    ${'the officer of another town'} | ${'640402107'}    | ${'role_not_allowed'}
    ${'an admin of another village'} | ${'640402100208'} | ${'role_not_allowed'}
  `('$who submits it: $outcome', ({ siteCode, outcome }: Record<string, string>) => {
    const actor = person('town-officer', { siteCode: siteCode ?? null })
    expect(outcomeOf(decided('submit', { article: articleIn('draft'), actor }))).toBe(outcome)
  })
})

describe('a second person, where the setting asks for one', () => {
  test.each`
    actor                 | writers           | submittedBy | outcome
    ${'who neither did'}  | ${['li', 'ma']}   | ${'ma'}     | ${'approved'}
    ${'who wrote it'}     | ${['wang']}       | ${'ma'}     | ${'own_article'}
    ${'who wrote a part'} | ${['li', 'wang']} | ${'li'}     | ${'own_article'}
    ${'who submitted it'} | ${['li']}         | ${'wang'}   | ${'own_article'}
    ${'who did both'}     | ${['wang']}       | ${'wang'}   | ${'own_article'}
  `('approved by an editor $actor: $outcome', ({ writers, submittedBy, outcome }: ApprovalCase) => {
    const article = articleIn('submitted', { writers, submittedBy })
    expect(outcomeOf(decided('approve', { article, secondPerson: true }))).toBe(outcome)
    expect(outcomeOf(decided('approve', { article, secondPerson: false }))).toBe('approved')
    expect(allowedArticleVerbs(article, wang, true).includes('approve')).toBe(outcome === 'approved')
  })

  test.each`
    stage          | approvedBy | writers     | outcome
    ${'draft'}     | ${null}    | ${['wang']} | ${'not_approved'}
    ${'submitted'} | ${null}    | ${['li']}   | ${'not_approved'}
    ${'returned'}  | ${null}    | ${['li']}   | ${'not_approved'}
    ${'approved'}  | ${'wang'}  | ${['wang']} | ${'not_approved'}
    ${'approved'}  | ${'zhao'}  | ${['zhao']} | ${'not_approved'}
    ${'approved'}  | ${'zhao'}  | ${['wang']} | ${'approved'}
  `('$stage, approved by $approvedBy, written by $writers, goes out: $outcome', (row: ApprovalCase) => {
    const { stage, approvedBy, writers, outcome } = row
    const article = articleIn(stage, { approvedBy, writers, submittedBy: null })
    for (const verb of ['publish', 'schedule'] as const) {
      expect(outcomeOf(decided(verb, { article, secondPerson: true }))).toBe(outcome)
      expect(allowedArticleVerbs(article, wang, true).includes(verb)).toBe(outcome === 'approved')
    }
    expect(mayGoOut(article, [], true).ok).toBe(outcome === 'approved')
    expect(outcomeOf(decided('publish', { article }))).toBe('approved')
  })

  test('a writer may publish what another has approved, and the approval stays the other’s', () => {
    const article = articleIn('approved', { approvedBy: 'zhao', writers: ['wang'] })
    expect(decided('publish', { article, secondPerson: true })).toMatchObject({
      ok: true,
      value: { approvedBy: 'zhao' },
    })
  })
})

describe('refusals come in order', () => {
  const missing: PictureFinding[] = [{ code: 'consent_missing', pictures: ['/uploads/a.webp'] }]
  const everything = {
    secondPerson: true,
    pictures: missing,
    command: commandOf('schedule', { version: 1, publishAt: NOW }),
  }

  test.each`
    mended                                               | outcome
    ${{ actor: person('village-admin') }}                | ${'role_not_allowed'}
    ${{}}                                                | ${'not_approved'}
    ${{ secondPerson: false }}                           | ${'changed'}
    ${{ secondPerson: false, version: 7 }}               | ${'consent_missing'}
    ${{ secondPerson: false, version: 7, pictures: [] }} | ${'time_passed'}
  `(
    '$outcome',
    ({ mended, outcome }: { mended: Partial<ArticleSituation> & { version?: number }; outcome: string }) => {
      const { version = 1, ...situation } = mended
      const command = { ...everything.command, version }
      expect(outcomeOf(decided('schedule', { ...everything, ...situation, command }))).toBe(outcome)
    },
  )

  test('whose article it is comes before how it stands', () => {
    const article = articleIn('draft', { writers: ['wang'] })
    expect(outcomeOf(decided('approve', { article, secondPerson: true }))).toBe('own_article')
  })

  test('without a version it is meant however it stands', () => {
    expect(outcomeOf(decided('publish', { command: commandOf('publish', { version: null }) }))).toBe('approved')
  })

  test('the pictures are named', () => {
    expect(decided('publish', { pictures: missing })).toMatchObject({ details: { pictures: ['/uploads/a.webp'] } })
  })
})

describe('what a verb leaves', () => {
  const article = articleIn('approved', { approvedBy: 'zhao', returnNote: '旧' })
  test.each`
    verb            | stage          | left
    ${'submit'}     | ${'returned'}  | ${{ submittedBy: 'wang', approvedBy: null, returnNote: null, publishAt: null }}
    ${'approve'}    | ${'submitted'} | ${{ submittedBy: 'somebody', approvedBy: 'wang' }}
    ${'return'}     | ${'approved'}  | ${{ approvedBy: null, returnNote: '数字请核对', publishAt: null }}
    ${'withdraw'}   | ${'submitted'} | ${{ submittedBy: null, publishAt: null }}
    ${'schedule'}   | ${'approved'}  | ${{ approvedBy: 'zhao', publishAt: LATER }}
    ${'schedule'}   | ${'draft'}     | ${{ approvedBy: 'wang', publishAt: LATER }}
    ${'unschedule'} | ${'approved'}  | ${{ approvedBy: 'zhao', publishAt: null }}
    ${'publish'}    | ${'draft'}     | ${{ approvedBy: 'wang', returnNote: null, publishAt: null }}
    ${'unpublish'}  | ${'approved'}  | ${{ submittedBy: null, approvedBy: null, publishAt: null }}
  `(
    '$verb of a $stage one: $left',
    ({ verb, stage, left }: { verb: ArticleVerb; stage: ArticleStage; left: object }) => {
      expect(decided(verb, { article: { ...article, stage } })).toMatchObject({ ok: true, value: left })
    },
  )

  test('the system lets out what is due, or lets it wait no more, and does nothing else', () => {
    const actor: Actor = { kind: 'system', because: 'scheduled publishing' }
    const does = ARTICLE_VERBS.filter((verb) => outcomeOf(decided(verb, { article, actor })) !== 'role_not_allowed')
    expect(does).toEqual(['unschedule', 'publish'])
    expect(decided('publish', { article, actor })).toMatchObject({ value: { approvedBy: 'zhao' } })
  })
})

describe('a change of the text', () => {
  const missing: PictureFinding[] = [{ code: 'alt_missing', pictures: ['/uploads/a.webp'] }]
  test.each`
    stage          | isByEditor | secondPerson | pictures   | becomes        | keepsTime
    ${'draft'}     | ${true}    | ${false}     | ${[]}      | ${'draft'}     | ${true}
    ${'draft'}     | ${false}   | ${false}     | ${[]}      | ${'draft'}     | ${false}
    ${'draft'}     | ${true}    | ${false}     | ${missing} | ${'draft'}     | ${false}
    ${'submitted'} | ${true}    | ${false}     | ${[]}      | ${'submitted'} | ${true}
    ${'returned'}  | ${false}   | ${false}     | ${[]}      | ${'returned'}  | ${false}
    ${'approved'}  | ${true}    | ${false}     | ${[]}      | ${'draft'}     | ${true}
    ${'approved'}  | ${true}    | ${true}      | ${[]}      | ${'draft'}     | ${false}
    ${'approved'}  | ${false}   | ${true}      | ${[]}      | ${'draft'}     | ${false}
  `('of a $stage one leaves it $becomes', ({ stage, becomes, keepsTime, ...change }: ChangeCase) => {
    const article = articleIn(stage, { approvedBy: stage === 'approved' ? zhao.username : null })
    const after = afterEdit(article, change)
    expect([after.stage, after.publishAt]).toEqual([becomes, keepsTime ? LATER : null])
    if (stage === 'approved') expect(after.approvedBy).toBeNull()
  })
})
