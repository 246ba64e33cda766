import { maskIdNumber, maskPhone, type InputError } from '@practice/kernel'
import { problem } from '../../domain/asked'
import type { MasterType } from '../../domain/master-types'
import { attributeOf, type Model } from '../../domain/model'
import type { Row } from '../store/master'

type Data = Record<string, unknown>

const MASKS = { phone: maskPhone, idNumber: maskIdNumber }

/** A Chinese mobile or landline number, as orders take it; an identity card's number, new or old. */
const SHAPES = { phone: /^(1\d{10}|0\d{2,3}-?\d{7,8})$/, idNumber: /^(\d{15}|\d{17}[\dXx])$/ }

/**
 * The data without masked values that come back as they were shown: a form that saves what it read must not write the
 * mask over the number.
 */
export function keepMasked(type: MasterType, data: Data, existing: Row | null): Data {
  const kept = Object.entries(data).filter(([name, value]) => {
    const mask = type.masks[name]
    const stored = existing?.[name]
    return mask === undefined || typeof stored !== 'string' || value !== MASKS[mask](stored)
  })
  return Object.fromEntries(kept)
}

/**
 * A relation is written from the row that carries its code, and from nowhere else: not from its other side, where it
 * would change rows that are not being judged. Masks are no values.
 */
export function checkRelations(model: Model, type: MasterType, data: Data): InputError[] {
  const owned = new Set(type.stamps.map(({ relation }) => relation))
  return Object.entries(data).flatMap(([name, value]) => {
    const mask = type.masks[name]
    if (mask !== undefined && typeof value === 'string' && value !== '' && !SHAPES[mask].test(value)) {
      return [problem([name], 'Expected the number in full', 'invalid_value')]
    }
    const attribute = attributeOf(model, name)
    const isForeign = attribute?.type === 'relation' && !owned.has(name) && !isEmptyRelation(value)
    return isForeign ? [problem([name], 'Written from its other side only', 'invalid_key')] : []
  })
}

/** The panel sends every relation of a form along, those that nobody touched empty. */
function isEmptyRelation(value: unknown): boolean {
  if (value === undefined) return true
  if (typeof value !== 'object' || value === null) return false
  const { connect, disconnect, ...others } = value as { connect?: unknown; disconnect?: unknown }
  const isEmpty = (list: unknown) => list === undefined || (Array.isArray(list) && list.length === 0)
  return !Array.isArray(value) && Object.keys(others).length === 0 && isEmpty(connect) && isEmpty(disconnect)
}
