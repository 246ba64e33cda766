import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import os from 'node:os'
import type { Card, ImportReport, ScoreRecord } from '@practice/scoring/contracts'
import { zipSync, unzipSync, strFromU8, strToU8 } from 'fflate'
import supertest, { type Response } from 'supertest'
import { app, tokenOf } from '../support/api'
import { dataOf, db, detailsOf, refusalOf } from './dispatch-support'
import type { TestVillage } from './points-village'
import {
  capsOf,
  DAY_MS,
  makeActivity,
  makeOrder,
  pendingOf,
  recordingVillage,
  statuses,
  uploadFile,
  there,
} from './scoring-records-support'
import { times } from './scoring-shop-support'

type Row = (string | number | null)[]

const HEADINGS: Row = ['积分卡号', '持卡人', '积分事项', '数量', '发生日期', '事由', '来源编号']
const today = new Date(Date.now() - DAY_MS + 8 * 3_600_000).toISOString().slice(0, 10)

let village: TestVillage

beforeAll(async () => {
  village = await recordingVillage(25)
})

afterAll(async () => {
  const { kept, summed } = await pendingOf(village.site)
  expect(kept).toBe(summed)
})

async function workbook(rows: Row[]): Promise<Buffer> {
  const { default: writeWorkbook } = await import('write-excel-file/node')
  return writeWorkbook(rows.map((row) => row.map((value) => (value === null ? null : { value })))).toBuffer()
}

const sheetOf = (...lines: Row[]) => workbook([HEADINGS, ...lines])

interface Sending {
  mode?: string
  evidence?: string
  key?: string
  token?: string
}

async function send(file: Buffer, { mode = 'all', evidence, key, token = village.tokens.admin }: Sending = {}) {
  const request = supertest(app().server.httpServer)
    .post('/api/scoring/records/import')
    .set('Authorization', `Bearer ${token}`)
    .attach('file', file, '名单.xlsx')
    .field('mode', mode)
  if (evidence !== undefined) void request.field('evidence', evidence)
  if (key !== undefined) void request.set('Idempotency-Key', key)
  return (await request) as Response
}

const count = async (site = village.site) => {
  const row = (await db()('scoring_records').where({ site_code: site }).count({ count: '*' }).first()) as {
    count: number | string
  }
  return Number(row.count)
}

/** Five hundred lines of the village, no two the same. */
function fiveHundred(cards: readonly Card[]): Row[] {
  return Array.from({ length: 500 }, (_, at): Row => {
    const card = cards[at % cards.length]
    return [card?.number ?? '', card?.holder.name ?? '', 'R-NONE', 1, today, `第${at + 1}件好事`, null]
  })
}

describe('a file of five hundred lines with twelve faults', () => {
  const FAULTS: [number, number, string | null, string, string][] = [
    // The line of the sheet, the column, what stands there, the cell, and why.
    [17, 2, 'R-99', 'C17', 'rule_unknown'],
    [40, 0, '640402100207-9999', 'A40', 'card_unknown'],
    [41, 1, '王不在', 'B41', 'holder_differs'],
    [77, 3, '两次', 'D77', 'quantity_invalid'],
    [78, 3, '101', 'D78', 'quantity_invalid'],
    [100, 4, '2026-13-45', 'E100', 'date_unreadable'],
    [101, 4, null, 'E101', 'date_missing'],
    [102, 4, '2099-01-01', 'E102', 'occurred_in_future'],
    [200, 2, null, 'C200', 'rule_missing'],
    [201, 2, 'R-PHOTO', 'C201', 'evidence_missing'],
    [333, 6, 'X-0', 'G333', 'source_unknown'],
    [444, 2, 'R-OFF', 'C444', 'rule_inactive'],
  ]
  let file: Buffer

  beforeAll(async () => {
    const rows = fiveHundred(village.cards)
    for (const [line, column, value] of FAULTS) there(rows[line - 2])[column] = value
    file = await sheetOf(...rows)
  })

  test('is only looked at when it is only checked, and names the twelve cells', async () => {
    const reply = await send(file, { mode: 'check' })
    expect(reply.status).toBe(200)
    const report = dataOf<ImportReport>(reply)
    expect(report).toMatchObject({ lines: 500, sound: 488, imported: 0 })
    expect(report.faults.map(({ row, cell, code }) => [row, cell, code])).toEqual(
      FAULTS.map(([row, , , cell, code]) => [row, cell, code]),
    )
    expect(report.faults[0]).toMatchObject({ column: '积分事项', details: { rule: 'R-99' } })
    expect(await count()).toBe(0)
  })

  test('imports nothing when it is all or nothing', async () => {
    const report = dataOf<ImportReport>(await send(file, { mode: 'all' }))
    expect(report).toMatchObject({ lines: 500, sound: 488, imported: 0 })
    expect(report.faults).toHaveLength(12)
    expect(await count()).toBe(0)
    expect(await pendingOf(village.site)).toEqual({ kept: 0, summed: 0 })
  })

  test('imports the 488 when the sound ones are wanted, once under a key', async () => {
    const key = randomUUID()
    const replies = [
      await send(file, { mode: 'sound', key }),
      ...(await times(2, () => send(file, { mode: 'sound', key }))),
    ]
    expect(statuses(replies)).toEqual({ 201: 1, 200: 2 })
    const reports = replies.map((reply) => dataOf<ImportReport>(reply))
    expect(reports[0]).toMatchObject({ lines: 500, sound: 488, imported: 488 })
    expect(reports[1]).toEqual(reports[0])
    expect(await count()).toBe(488)
    expect(refusalOf(await send(file, { mode: 'all', key }))).toBe('409 key_reused')
    const [row] = (await db()('scoring_records').where({ site_code: village.site, note: '第3件好事' })) as {
      document_id: string
      number: string
    }[]
    expect(row?.number).toMatch(/^\d{8}-\d{4,}$/)
    const [event] = (await db()('scoring_record_events').where({ record_id: row?.document_id })) as { data: unknown }[]
    const data = typeof event?.data === 'string' ? (JSON.parse(event.data) as object) : event?.data
    expect(data).toMatchObject({ row: 4 })
    expect((await village.reviewer.get(`/api/scoring/records/${row?.document_id ?? ''}`)).body).toMatchObject({
      data: { state: 'recorded', allowed: ['approve', 'reject'] },
    })
  })
})

describe('what the lines of one file share', () => {
  test('caps are counted along, line after line', async () => {
    const [card] = village.cards.slice(-1)
    const line = (quantity: number, note: string): Row => [
      there(card).number,
      null,
      'R-CAP',
      quantity,
      today,
      note,
      null,
    ]
    const file = await sheetOf(line(6, '一'), line(6, '二'), line(4, '三'), line(1, '四'))
    const report = dataOf<ImportReport>(await send(file, { mode: 'sound' }))
    expect(report).toMatchObject({ lines: 4, sound: 2, imported: 2 })
    expect(report.faults.map(({ cell, code }) => [cell, code])).toEqual([
      ['D3', 'cap_reached'],
      ['D5', 'cap_reached'],
    ])
    expect(await capsOf(there(card))).toBe(10)
  })

  test('a budget is counted along too', async () => {
    const poor = await recordingVillage(3, { outstandingBudget: 5 })
    const lines = poor.cards.map(({ number }, at): Row => [number, null, 'R-NONE', 1, today, `第${at}件`, null])
    const token = poor.tokens.admin
    const report = dataOf<ImportReport>(await send(await sheetOf(...lines), { mode: 'sound', token }))
    expect(report).toMatchObject({ imported: 2, faults: [{ cell: 'D4', code: 'budget_exceeded' }] })
    expect(report.faults[0]?.details).toMatchObject({ budget: 5, outstanding: 0, pending: 0, points: 2 })
    expect(await pendingOf(poor.site)).toEqual({ kept: 4, summed: 4 })
  })

  test('files belong to every line, and are read by whoever reads the site’s records', async () => {
    const evidence = await uploadFile(village.tokens.admin)
    const lines = village.cards
      .slice(0, 3)
      .map(({ number }, at): Row => [number, null, 'R-PHOTO', 1, today, `合影${at}`, null])
    const file = await sheetOf(...lines)
    expect(dataOf<ImportReport>(await send(file, { evidence }))).toMatchObject({ imported: 3, faults: [] })
    expect(refusalOf(await send(file, { evidence, mode: 'sound' }))).toBe('422 file_unknown')
    expect(refusalOf(await send(file, { evidence: 'nosuchfile', mode: 'check' }))).toBe('422 file_unknown')
    const found = dataOf<ScoreRecord[]>(
      await village.reviewer.get('/api/scoring/records?filters[rule][$eq]=R-PHOTO&filters[state][$eq]=recorded'),
    )
    expect(found).toHaveLength(3)
    expect(found.map((record) => record.evidence.map(({ documentId }) => documentId))).toEqual(
      Array(3).fill([evidence]),
    )
    const url = found[0]?.evidence[0]?.url ?? ''
    const fetchAs = async (token: string) =>
      (await supertest(app().server.httpServer).get(url).set('Authorization', `Bearer ${token}`)).status
    expect(await fetchAs(village.tokens.reviewer)).toBe(200)
    expect(await fetchAs(await tokenOf('points-reviewer'))).toBe(404)
    expect(await fetchAs(await tokenOf('resident'))).toBe(404)
    // One photographed list is not the same photo on every line.
    const inspection = app().plugin('scoring').service('inspection') as { run(now: number): Promise<number> }
    await inspection.run(Date.now())
    const same = await db()('scoring_flags').where({ site_code: village.site, kind: 'same_photo' })
    expect(same).toEqual([])
  })

  test('sources are named by number and code, and count once', async () => {
    const [order, activity] = [await makeOrder(village.site, 'archived'), await makeActivity(village.site, 30, 2)]
    const [one] = village.cards
    const file = await sheetOf(
      [there(one).number, null, 'R-ORDER', 1, today, '代办一', order.number],
      [there(one).number, null, 'R-ORDER', 1, today, '代办二', order.number],
      [there(one).number, null, 'R-HOUR', 2, today, '志愿', activity.code],
      [there(one).number, null, 'R-HOUR', 3, today, '太久', activity.code],
    )
    const report = dataOf<ImportReport>(await send(file, { mode: 'sound' }))
    expect(report.faults.map(({ cell, code }) => [cell, code])).toEqual([
      ['G3', 'source_used'],
      ['D5', 'hours_beyond_span'],
    ])
    expect(report.imported).toBe(2)
  })
})

describe('a file', () => {
  const leftovers = () =>
    readdirSync(os.tmpdir()).filter((name) => /^[0-9a-f]{25}$|^upload_|^[a-z0-9]{25}$/.test(name)).length

  test('that is no workbook, or would unpack to gigabytes, is refused, and nothing of it stays', async () => {
    const before = leftovers()
    const sound = await sheetOf([there(village.cards[0]).number, null, 'R-NONE', 1, today, '好事', null])
    const parts = unzipSync(sound)
    const sheet = 'xl/worksheets/sheet1.xml'
    const far = { ...parts, [sheet]: strToU8(strFromU8(there(parts[sheet])).replaceAll('"A2"', '"XFD1048576"')) }
    const bomb = { ...parts, 'xl/media/image1.bin': new Uint8Array(60_000_000) }
    expect(refusalOf(await send(Buffer.from('这不是表格')))).toBe('422 file_unreadable')
    expect(detailsOf(await send(Buffer.from(zipSync(far))))).toMatchObject({
      code: 'file_unreadable',
      because: 'too_large',
    })
    expect(detailsOf(await send(Buffer.from(zipSync(bomb, { level: 1 }))))).toMatchObject({ because: 'too_large' })
    expect(refusalOf(await send(Buffer.alloc(2 * 1024 * 1024 + 1)))).toBe('422 file_unreadable')
    expect(refusalOf(await send(await workbook([HEADINGS, ...Array.from({ length: 2001 }, (): Row => ['x'])])))).toBe(
      '422 too_many_lines',
    )
    expect(refusalOf(await send(sound, { mode: 'some' }))).toBe('400 invalid')
    const without = await supertest(app().server.httpServer)
      .post('/api/scoring/records/import')
      .set('Authorization', `Bearer ${village.tokens.admin}`)
      .field('mode', 'all')
    expect(refusalOf(without)).toBe('400 file_missing')
    expect(refusalOf(await send(sound, { token: village.tokens.reviewer }))).toBe('403 role_not_allowed')
    expect(leftovers()).toBe(before)
  })

  test('without its headings says which are missing', async () => {
    const report = dataOf<ImportReport>(
      await send(
        await workbook([
          ['卡号', '数量'],
          ['x', 1],
        ]),
      ),
    )
    expect(report.faults.map(({ code, column }) => [code, column])).toEqual([
      ['column_missing', '积分事项'],
      ['column_missing', '发生日期'],
    ])
  })

  test('can be had as a template, which imports as it is', async () => {
    const reply = await village.admin
      .get('/api/scoring/records/template')
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => done(null, Buffer.concat(chunks)))
      })
    expect(reply.status).toBe(200)
    expect(reply.headers['content-type']).toContain('spreadsheetml')
    expect(reply.headers['content-disposition']).toContain("filename*=UTF-8''")
    const content = reply.body as Buffer
    const { default: readWorkbook } = await import('read-excel-file/node')
    const sheets = await readWorkbook(content)
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['记分', '卡', '细则'])
    expect(sheets[0]?.data[0]).toEqual(HEADINGS)
    expect(sheets[1]?.data).toHaveLength(26)
    expect(sheets[2]?.data.map(([code]) => code)).not.toContain('R-OFF')
    const report = dataOf<ImportReport>(await send(content, { mode: 'check' }))
    expect(report).toMatchObject({ lines: 1, imported: 0 })
    expect(report.faults.map(({ code }) => code)).toEqual(['evidence_missing'])
    expect(refusalOf(await village.reviewer.get('/api/scoring/records/template'))).toBe('403 role_not_allowed')
    expect(refusalOf(await village.admin.get('/api/scoring/records/template?site=640402100207'))).toBe(
      '403 role_not_allowed',
    )
  })
})
