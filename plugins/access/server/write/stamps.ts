import { parentOf } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { masterTypeOf, type MasterType, type Stamp } from '../../domain/master-types'
import { readRelation, type Pointer } from '../../domain/relation-input'
import { checkSite } from '../../domain/site-rules'
import { errorAt, malformed, notFound, RefusedError } from '../http/refused-error'
import { findTarget, type Row } from '../store/master'

const SITE = 'api::site.site'

type Data = Record<string, unknown>

/** What is written: the type, its data, and the row as it stands, or null when it is made. */
export interface Written {
  uid: string
  type: MasterType
  data: Data
  existing: Row | null
  /** Whether it comes from the panel, whose forms send unchanged columns along. */
  isForm: boolean
}

/**
 * The one place where relations are resolved and their codes stamped: for every type of master data, whoever writes it
 * and in whatever syntax. Targets are looked for among the rows that the writer reads. Gives the data to be written.
 */
export async function stamped(strapi: Core.Strapi, written: Written): Promise<Data> {
  const { uid, type } = written
  let data = uid === SITE ? ownStamps(written) : withoutStale(written)
  for (const stamp of type.stamps) data = await stampOne(strapi, { ...written, data }, stamp)
  return data
}

/** Of the panel's forms, the relation is meant and its column is only sent along. */
function withoutStale({ type, data, existing, isForm }: Written): Data {
  if (!isForm) return { ...data }
  const stale = type.stamps
    .filter(({ relation }) => readRelation(data[relation]).kind !== 'absent')
    .flatMap(({ column, bringsSite }) => [column, ...(bringsSite === true ? ['siteCode'] : [])])
    .filter((column) => column !== null && data[column] === existing?.[column])
  return Object.fromEntries(Object.entries(data).filter(([name]) => !stale.includes(name)))
}

/** A site is its code: the stamp is its own, and the site above follows. */
function ownStamps({ data, existing }: Written): Data {
  const code = data.code ?? existing?.code
  const errors = checkSite(code, data)
  if (data.siteCode !== undefined && data.siteCode !== code) errors.push(disagrees('siteCode'))
  if (errors.length > 0) throw malformed(...errors)
  const above = parentOf(String(code))
  if (above !== null && readRelation(data.parent).kind === 'clear') {
    throw malformed(errorAt(['parent'], 'May not be empty', 'required'))
  }
  const isImplied = above !== null && existing === null && data.parent === undefined
  return { ...data, siteCode: code, ...(isImplied ? { parent: above } : {}) }
}

async function stampOne(strapi: Core.Strapi, written: Written, stamp: Stamp): Promise<Data> {
  const { relation, column, required, bringsSite } = stamp
  const { data, existing } = written
  const pointer = pointerOf(written, stamp)
  if (pointer === undefined) {
    if (required && existing === null) throw malformed(errorAt([relation], 'Required', 'required'))
    const namesSite = bringsSite === true && data.siteCode !== undefined
    if (namesSite && data.siteCode !== existing?.siteCode) throw malformed(disagrees('siteCode'))
    return data
  }
  if (pointer === null) {
    if (required) throw malformed(errorAt([relation], 'May not be empty', 'required'))
    return { ...data, [relation]: null, ...(column === null ? {} : { [column]: null }) }
  }
  const target = await findTarget(strapi, stamp.target, pointer)
  if (target === null) throw notFound([relation])
  return withTarget(written, stamp, target)
}

/** Where the data points: undefined when it does not say, null when nowhere. */
function pointerOf({ data }: Written, { relation, column }: Stamp): Pointer | null | undefined {
  const input = readRelation(data[relation])
  if (input.kind === 'wrong')
    throw malformed(errorAt([relation], 'Expected one row, by documentId or code', 'invalid_type'))
  if (input.kind === 'to') return input.pointer
  if (input.kind === 'clear') return null
  const code = column === null ? undefined : data[column]
  if (code === undefined) return undefined
  if (code === null) return null
  const byCode = typeof code === 'string' ? readRelation(code) : { kind: 'wrong' as const }
  if (byCode.kind !== 'to') throw malformed(errorAt([column ?? relation], 'Expected a code', 'invalid_type'))
  return byCode.pointer
}

function withTarget(written: Written, stamp: Stamp, target: Row): Data {
  const { data, uid } = written
  const code = target[masterTypeOf(stamp.target)?.code ?? 'documentId']
  if (uid === SITE && code !== parentOf(String(data.siteCode))) throw malformed(disagrees(stamp.relation))
  const stamps: Data = stamp.column === null ? {} : { [stamp.column]: code }
  if (stamp.bringsSite === true) stamps.siteCode = target.siteCode
  for (const [column, value] of Object.entries(stamps)) {
    if (data[column] !== undefined && data[column] !== value) throw malformed(disagrees(column))
  }
  return { ...data, ...stamps, [stamp.relation]: { set: [{ documentId: target.documentId }] } }
}

function disagrees(column: string) {
  return errorAt([column], 'Disagrees with what it is stamped from', 'disagrees')
}

/** Codes are what other rows carry: they never change. Refuses a change with 422. */
export function assertCodeKept({ type, data, existing }: Omit<Written, 'isForm'>): void {
  const { code } = type
  if (code === null || existing === null || data[code] === undefined || data[code] === existing[code]) return
  throw new RefusedError(422, 'code_fixed', { errors: [errorAt([code], 'A code never changes', 'code_fixed')] })
}
