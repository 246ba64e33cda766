import { ARTICLE_TRANSITIONS, ARTICLE_VERBS, DRAFT_READERS } from '@practice/access/domain'
import { RESOURCES, ROLES, SCOPES, type Resource, type Role } from '@practice/kernel'

/** Everybody who may call a route: a role's code, or `public` for a request without a user. */
type Caller = Role | 'public'

const CALLERS: readonly Caller[] = [...ROLES, 'public']

/** The roles as the content manager shows them (domain.md, "The people and what each comes for"). */
export const ROLE_NAMES: Readonly<Record<Role, { name: string; description: string }>> = {
  'county-editor': { name: '区中心编辑', description: '发布全区的新闻和活动' },
  'county-dispatcher': { name: '区中心调度', description: '派单、督办,管理队伍、组织和结对' },
  'town-officer': { name: '乡镇所干事', description: '配置本乡镇的服务事项,调度本乡镇的队伍和订单' },
  'village-admin': { name: '村站管理员', description: '代群众点单,管理家户' },
  'team-leader': { name: '志愿服务队队长', description: '接单、上门服务、留存资料' },
  'points-reviewer': { name: '积分评议员', description: '评议积分记录' },
  'points-supervisor': { name: '监督运营员', description: '裁定异议、核对账本、审计' },
  leader: { name: '包联领导', description: '查看包联乡镇和村的情况与督办' },
  resident: { name: '群众', description: '点单、评单' },
}

/** Resources that have their plugins' own routes. */
const OF_PLUGINS: readonly Resource[] = [
  ...(['order', 'audit'] as const),
  ...(['record', 'rule-set', 'card', 'redemption', 'shop', 'transfer', 'flag'] as const),
]

/** Resources of the master data that have Strapi's own routes. */
const MASTER = RESOURCES.filter((resource) => !OF_PLUGINS.includes(resource))

const READS = ['find', 'findOne'] as const
const WRITES = ['create', 'update', 'delete'] as const

/** Lists of the whole district that have no rows of a site: the row boundary does not know them. */
const COMMON = {
  platform: { readers: CALLERS, writers: ['county-dispatcher'] },
  theme: { readers: CALLERS, writers: ['county-dispatcher'] },
  method: { readers: CALLERS, writers: ['county-dispatcher'] },
  'service-category': { readers: without('points-reviewer', 'points-supervisor'), writers: ['county-dispatcher'] },
  'service-item': { readers: without('points-reviewer', 'points-supervisor'), writers: ['county-dispatcher'] },
} as const satisfies Record<string, { readers: readonly Caller[]; writers: readonly Caller[] }>

/** Everybody who sees orders at all: which verb, plan or figure is theirs, the rules of dispatch say with a reason. */
const ORDER_READERS = readersOf('order')

/** Everybody who sees something of points: what of it is theirs to do, the rules of scoring say with a reason. */
const RECORD_READERS = readersOf('record')
const CARD_READERS = readersOf('card')
const RULE_SET_READERS = readersOf('rule-set')
const LEDGER_READERS = readersOf('transfer')
const SHOP_READERS = readersOf('shop')
const REDEMPTION_READERS = readersOf('redemption')
const FLAG_READERS = readersOf('flag')

/** The routes of scoring. */
const SCORING: Readonly<Record<string, readonly Caller[]>> = {
  ...granted('record', ['find', 'findOne', 'create', 'batch', 'import', 'template', 'act', 'object'], RECORD_READERS),
  ...granted('objection', ['find', 'act'], RECORD_READERS),
  // A card's holder objects with its PIN.
  ...granted('notice', ['find', 'object'], CALLERS),
  ...granted('notice', ['close'], RECORD_READERS),
  ...granted('card', ['find', 'findOne', 'statement', 'open', 'act', 'scan'], CARD_READERS),
  // A card's holder opens its statement with number and PIN, without an account.
  ...granted('card', ['publicStatement'], CALLERS),
  // The same by a link, which the household or its village gives out.
  ...granted('link', ['open'], CALLERS),
  ...granted('link', ['find', 'make', 'revoke'], CARD_READERS),
  ...granted('ruleSet', ['find', 'history'], RULE_SET_READERS),
  ...granted(
    'ruleSet',
    ['write'],
    RULE_SET_READERS.filter((caller) => caller !== 'public'),
  ),
  ...granted('ledger', ['verify'], LEDGER_READERS),
  // Residents verify their own cards; what moved, their statements say.
  ...granted(
    'ledger',
    ['transfers', 'reverse'],
    LEDGER_READERS.filter((caller) => caller !== 'resident'),
  ),
  ...granted('ledger', ['head'], CALLERS),
  ...granted('shop', ['find', 'create', 'update', 'goods', 'createGoods', 'updateGoods'], SHOP_READERS),
  ...granted('shop', ['stock', 'stocktake', 'movements', 'stocktakes', 'settle', 'settlements'], SHOP_READERS),
  ...granted('redemption', ['find', 'findOne', 'create', 'void'], REDEMPTION_READERS),
  ...granted('flag', ['find', 'settle'], FLAG_READERS),
  ...granted('summary', ['find'], RECORD_READERS),
}

/** What is granted action by action, beside the plain reading and writing of rows. */
const ACTIONS: Readonly<Record<string, readonly Caller[]>> = {
  'plugin::access.access.me': ROLES,
  'plugin::access.access.audit': readersOf('audit'),
  'plugin::access.access.reveal': ['county-dispatcher', 'village-admin', 'team-leader'],
  'plugin::access.live.listen': ROLES,
  ...Object.fromEntries(
    ['find', 'unread', 'read', 'preferences', 'prefer'].map((name) => [`plugin::access.notifications.${name}`, ROLES]),
  ),
  'plugin::access.views.find': ROLES,
  'plugin::access.views.keep': ROLES,
  'plugin::dispatch.order.find': ORDER_READERS,
  'plugin::dispatch.order.findOne': ORDER_READERS,
  'plugin::dispatch.order.place': ORDER_READERS,
  'plugin::dispatch.order.act': ORDER_READERS,
  'plugin::dispatch.order.suggestions': ORDER_READERS,
  'plugin::dispatch.plan.make': ORDER_READERS,
  'plugin::dispatch.plan.apply': ORDER_READERS,
  'plugin::dispatch.summary.find': ORDER_READERS,
  'plugin::dispatch.summary.loads': ORDER_READERS,
  'plugin::dispatch.settings.find': ORDER_READERS,
  'plugin::dispatch.settings.update': ORDER_READERS,
  ...SCORING,
  // Where nothing was heard of, who reads the orders and records of several villages.
  'api::site.site.quiet': ['county-dispatcher', 'town-officer', 'leader'],
  'api::service-item.service-item.effective': COMMON['service-item'].readers,
  ...Object.fromEntries(
    ARTICLE_VERBS.map((verb) => [`api::article.article.${verb}`, ARTICLE_TRANSITIONS[verb].by] as const),
  ),
  'api::article.article.restore': ARTICLE_TRANSITIONS.submit.by,
  ...Object.fromEntries(
    ['history', 'revision', 'desk'].map((name) => [`api::article.article.${name}`, DRAFT_READERS] as const),
  ),
  'api::article.article.settings': ['county-editor'],
  'api::article.article.keepSettings': ['county-editor'],
  'api::article.article.read': CALLERS,
  'api::article.article.feed': CALLERS,
  // Also with a stale token on the request, one may sign in again.
  'plugin::users-permissions.auth.callback': CALLERS,
  'plugin::users-permissions.auth.changePassword': ROLES,
  'plugin::upload.content-api.upload': ROLES,
}

/**
 * Which action of which route each role may call (permissions.md): the first of the two boundaries. The second, which
 * rows, is drawn from the same table in the kernel; so whoever has a cell there has the routes here.
 */
export const GRANTS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  CALLERS.map((caller) => [caller, [...masterActions(caller), ...commonActions(caller), ...namedActions(caller)]]),
)

function masterActions(caller: Caller): string[] {
  return MASTER.flatMap((resource) => {
    const [read, write] = SCOPES[resource][caller]
    return actionsOf(resource, [
      ...(read === 'none' ? [] : READS),
      ...(write === 'none' ? [] : writesOf(resource, caller)),
    ])
  })
}

/** Towns and villages draft articles; only the editor takes one away (`–` of "draft own"). */
function writesOf(resource: Resource, caller: Caller): readonly string[] {
  return resource === 'article' && caller !== 'county-editor' ? ['create', 'update'] : WRITES
}

function commonActions(caller: Caller): string[] {
  return Object.entries(COMMON).flatMap(([resource, { readers, writers }]) =>
    actionsOf(resource, [...(includes(readers, caller) ? READS : []), ...(includes(writers, caller) ? WRITES : [])]),
  )
}

function namedActions(caller: Caller): string[] {
  return Object.keys(ACTIONS).filter((action) => ACTIONS[action]?.includes(caller))
}

function actionsOf(resource: string, verbs: readonly string[]): string[] {
  return verbs.map((verb) => `api::${resource}.${resource}.${verb}`)
}

function granted(controller: string, handlers: readonly string[], callers: readonly Caller[]) {
  return Object.fromEntries(handlers.map((handler) => [`plugin::scoring.${controller}.${handler}`, callers]))
}

function readersOf(resource: Resource): readonly Caller[] {
  return CALLERS.filter((caller) => SCOPES[resource][caller][0] !== 'none')
}

function without(...left: readonly Caller[]): readonly Caller[] {
  return CALLERS.filter((caller) => !left.includes(caller))
}

function includes(callers: readonly Caller[], caller: Caller): boolean {
  return callers.includes(caller)
}
