import { readFileSync } from 'node:fs'
import { parentOf, tierOf } from '@practice/kernel'
import { parseRows } from './csv'

/** A division of the statistical code: a district, or a town or village in it. */
export interface Division {
  code: string
  name: string
  tier: 'center' | 'town' | 'village'
  parentCode: string | null
}

/**
 * Reads a file of divisions (`code,name,tier,parent`) and checks all of it before anything is written: the district
 * itself is there, every code has the shape of its tier and its parent above it, and none comes twice. Throws a list
 * of what is wrong, by line.
 */
export function readDivisions(file: string, district: string): Division[] {
  const rows = parseRows(textOf(readFileSync(file)), ['code', 'name', 'tier', 'parent'])
  const codes = new Set(rows.map((row) => row.code))
  const seen = new Set<string>()
  const problems: string[] = []
  if (tierOf(district) !== 'center') problems.push(`${district} is not a district's code of six digits`)
  if (!codes.has(district)) problems.push(`no line for the district ${district}`)
  rows.forEach((row, at) => {
    const parent = parentOf(row.code) ?? ''
    const problem = problemOf(row, parent, district)
    if (problem !== null) problems.push(`line ${at + 2}: ${row.code} ${problem}`)
    else if (parent !== '' && !codes.has(parent)) problems.push(`line ${at + 2}: ${row.code} has no line for ${parent}`)
    else if (seen.has(row.code)) problems.push(`line ${at + 2}: ${row.code} comes twice`)
    seen.add(row.code)
  })
  if (problems.length > 0) throw new Error(`${file}:\n${problems.join('\n')}`)
  return rows.map((row) => ({
    code: row.code,
    name: siteNameOf(row.name),
    tier: row.tier as Division['tier'],
    parentCode: row.parent === '' ? null : row.parent,
  }))
}

function problemOf(
  row: { code: string; name: string; tier: string; parent: string },
  parent: string,
  district: string,
) {
  const tier = tierOf(row.code)
  if (tier === null || tier === 'point' || tier !== row.tier) return `is not a code of tier "${row.tier}"`
  if (!row.code.startsWith(district)) return `is not of the district ${district}`
  if (row.parent !== parent) return `has parent "${row.parent}" instead of "${parent}"`
  return row.name === '' ? 'has no name' : null
}

/** Offices still send lists in GBK: bytes that are no UTF-8 are read as that. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** The statistical list names the committee of a village (老三营村委会); people name the village (老三营村). */
export function siteNameOf(name: string): string {
  return name.replace(/村(民委员|委)会$/, '村').replace(/社区居(民委员|委)会$/, '社区')
}
