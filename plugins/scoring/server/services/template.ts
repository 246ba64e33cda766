import { ok, refuse, service, type Instant, type Result } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import type { Sheet, SheetData } from 'write-excel-file/node' with { 'resolution-mode': 'import' }
import { IMPORT_COLUMNS, type ImportColumn } from '../../contracts'
import { dayOf, deductionsCount, IMPORT_HEADINGS } from '../../domain'
import { readSiteNames, siteRef } from '../store/directory'
import { findSiteCards } from '../store/site-cards'
import type { Download } from './imports'
import type { DecidingSet } from './rule-sets'

/** The words of the workbook, which is a paper of the village's and speaks its language. */
const WORDS = {
  lines: '记分',
  cards: '卡',
  rules: '细则',
  holder: '持卡人',
  number: '积分卡号',
  household: '户编号',
  code: '事项编号',
  name: '积分事项',
  points: '分值',
  cap: '每月上限',
  evidence: '凭证',
  none: '不限',
  deduction: '扣分',
  note: '示例行,填写前请删除',
  file: '记分导入模板',
} as const

const EVIDENCE: Readonly<Record<DecidingSet['rules'][number]['evidence'], string>> = {
  photo: '照片',
  document: '材料',
  order: '办结订单',
  activity: '活动',
  none: '无',
}

const WIDTHS: Readonly<Record<ImportColumn, number>> = {
  card: 22,
  holder: 12,
  rule: 24,
  quantity: 8,
  occurredOn: 14,
  note: 36,
  source: 20,
}

/** The workbook that a village fills in: its headings, a line as an example, its cards and its rules. */
export async function templateOf(
  strapi: Core.Strapi,
  siteCode: string,
  now: Instant,
): Promise<Result<Download, 'no_rule_set'>> {
  const [set, cards, names] = await Promise.all([
    service(strapi, 'scoring', 'ruleSets').deciding(siteCode),
    findSiteCards(strapi.db.connection, siteCode),
    readSiteNames(strapi),
  ])
  if (set === null) return refuse('no_rule_set', { site: siteCode })
  const rules = set.rules.filter(({ active, kind }) => active && (kind === 'reward' || deductionsCount(set)))
  const [card] = cards
  const rule = rules.find(({ evidence }) => evidence === 'photo' || evidence === 'document') ?? rules[0]
  const example: Readonly<Record<ImportColumn, string | number>> = {
    card: card?.number ?? '',
    holder: card?.holderName ?? '',
    rule: rule?.code ?? '',
    quantity: 1,
    occurredOn: dayOf(now),
    note: WORDS.note,
    source: '',
  }
  const sheets = [
    sheetOf(
      WORDS.lines,
      [IMPORT_COLUMNS.map((column) => IMPORT_HEADINGS[column][0]), IMPORT_COLUMNS.map((column) => example[column])],
      Object.values(WIDTHS),
    ),
    sheetOf(
      WORDS.cards,
      [
        [WORDS.number, WORDS.holder, WORDS.household],
        ...cards.map(({ number, holderName, householdCode }) => [number, holderName, householdCode]),
      ],
      [22, 12, 22],
    ),
    sheetOf(
      WORDS.rules,
      [[WORDS.code, WORDS.name, WORDS.points, WORDS.cap, WORDS.evidence], ...rules.map(ruleRow)],
      [12, 32, 10, 12, 12],
    ),
  ]
  // An ES module, which this one can only import when it is needed.
  const { default: writeWorkbook } = await import('write-excel-file/node')
  const name = `${WORDS.file}-${siteRef(names, siteCode).name}.xlsx`
  return ok({ name, content: await writeWorkbook(sheets).toBuffer() })
}

function ruleRow({
  code,
  name,
  points,
  capPerMonth,
  evidence,
  kind,
}: DecidingSet['rules'][number]): (string | number)[] {
  const worth = kind === 'deduction' ? `${WORDS.deduction} ${points}` : points
  return [code, name, worth, capPerMonth ?? WORDS.none, EVIDENCE[evidence]]
}

function sheetOf(
  name: string,
  [heading = [], ...rows]: (string | number)[][],
  widths: readonly number[],
): Sheet<Buffer> {
  const data: SheetData = [
    heading.map((value) => ({ value: String(value), fontWeight: 'bold' as const })),
    // As text, so that a long number stays as it is and does not become 6.4E+16.
    ...rows.map((row) =>
      row.map((value) => ({ value, ...(typeof value === 'string' ? { type: String, format: '@' } : {}) })),
    ),
  ]
  return { sheet: name, data, columns: widths.map((width) => ({ width })), stickyRowsCount: 1 }
}
