import { instantOf, isoOf, type ListQuery, type Scope } from '@practice/kernel'
import type { Knex } from 'knex'
import type { AUDIT_LIST, AuditEntry } from '../../contracts'
import { AUDIT_TABLE } from './audit'

type AuditQuery = ListQuery<keyof typeof AUDIT_LIST.filters, (typeof AUDIT_LIST.sorts)[number]>

const COLUMNS = {
  at: 'at',
  actor: 'actor',
  role: 'role',
  siteCode: 'site_code',
  action: 'action',
  subjectType: 'subject_type',
  subjectId: 'subject_id',
} as const

/** The columns that scopes of the audit log stand on. */
const SCOPE_COLUMNS = { siteCode: 'site_code', actor: 'actor' } as const

interface AuditRow {
  document_id: string
  at: unknown
  actor: string
  role: string
  site_code: string | null
  action: string
  subject_type: string
  subject_id: string | null
  address: string | null
  detail: unknown
}

/** One page of the audit log within a scope, and how many entries there are when that is asked for. */
export async function listAudit(
  db: Knex,
  scope: Scope,
  query: AuditQuery,
): Promise<{ entries: AuditEntry[]; total: number | null }> {
  const matching = () => within(query.filters.reduce(applyCondition, db(AUDIT_TABLE)), scope)
  const rows = matching()
    .select(
      'document_id',
      'at',
      'actor',
      'role',
      'site_code',
      'action',
      'subject_type',
      'subject_id',
      'address',
      'detail',
    )
    .orderBy([
      ...query.sort.map(({ column, direction }) => ({ column: COLUMNS[column], order: direction })),
      { column: 'id', order: 'desc' as const },
    ])
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
  const entries = ((await rows) as AuditRow[]).map(entryOf)
  if (!query.withCount) return { entries, total: null }
  const counted = (await matching().count({ total: '*' }).first()) as { total: number | string } | undefined
  return { entries, total: Number(counted?.total ?? 0) }
}

function within(rows: Knex.QueryBuilder, scope: Scope): Knex.QueryBuilder {
  if (scope.kind === 'all') return rows
  if (scope.kind === 'none') return rows.whereRaw('1 = 0')
  return rows.where((any) => {
    for (const clause of scope.any) {
      if ('present' in clause || clause.column === 'teamCode' || clause.column === 'householdCode') continue
      const column = SCOPE_COLUMNS[clause.column]
      if ('in' in clause) void any.orWhereIn(column, [...clause.in])
      else void any.orWhere((range) => void range.where(column, '>=', clause.from).andWhere(column, '<', clause.below))
    }
  })
}

type Condition = AuditQuery['filters'][number]

const COMPARISONS: Readonly<Record<string, string>> = { $eq: '=', $lt: '<', $lte: '<=', $gt: '>', $gte: '>=' }

function applyCondition(rows: Knex.QueryBuilder, { column, operator, value }: Condition): Knex.QueryBuilder {
  const name = COLUMNS[column]
  const stored = Array.isArray(value) ? value.map((item: unknown) => storedOf(column, item)) : storedOf(column, value)
  switch (operator) {
    case '$in':
      return rows.whereIn(name, stored as string[])
    case '$notIn':
      return rows.whereNotIn(name, stored as string[])
    case '$null':
      return value === true ? rows.whereNull(name) : rows.whereNotNull(name)
    case '$notNull':
      return value === true ? rows.whereNotNull(name) : rows.whereNull(name)
    case '$ne':
      return rows.where((other) => void other.whereNot(name, stored as string).orWhereNull(name))
    case '$contains':
      return rows.whereRaw(`?? like ? escape '\\'`, [name, `%${escaped(String(value))}%`])
    case '$startsWith':
      return rows.whereRaw(`?? like ? escape '\\'`, [name, `${escaped(String(value))}%`])
    default:
      return rows.where(name, COMPARISONS[operator] ?? '=', stored as string)
  }
}

function storedOf(column: Condition['column'], value: unknown): unknown {
  return column === 'at' && typeof value === 'number' ? new Date(value) : value
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`)
}

function entryOf(row: AuditRow): AuditEntry {
  const detail: unknown = typeof row.detail === 'string' ? JSON.parse(row.detail) : row.detail
  return {
    documentId: row.document_id,
    at: isoOf(instantOf(row.at)) ?? '',
    actor: row.actor,
    role: row.role,
    siteCode: row.site_code,
    action: row.action,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    address: row.address,
    detail: typeof detail === 'object' && detail !== null ? { ...detail } : {},
  }
}
