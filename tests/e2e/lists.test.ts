import { readFile } from 'node:fs/promises'
import type { Browser, Download, Page } from 'playwright-core'
import { PHONE, openBrowser } from '../support/browser'
import { expectAccessible } from './accessible'
import { SERVER_URL, person, picture, settled, sidewaysPx, type Person } from './person'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Chooses in one of antd's choosers, named by its label. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click()
}

/** What the address says after its `?`. */
const query = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams)

/** The texts of the first column, from the top. */
async function firstColumn(page: Page, at = 2): Promise<string[]> {
  await settled(page)
  return page.locator(`table tbody tr td:nth-child(${at})`).allInnerTexts()
}

const heads = async (page: Page) =>
  (await page.locator('table thead th').allInnerTexts())
    .map((head) => head.replace(/[↑↓↕\s]/g, ''))
    .filter((head) => head !== '')

async function download(page: Page, format: RegExp): Promise<Download> {
  await page.getByRole('button', { name: '导出', exact: true }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ])
  return file
}

/** Fails the test with what the browser complained of. */
async function over(...people: Person[]): Promise<void> {
  for (const someone of people) {
    expect(someone.problems).toEqual([])
    await someone.close()
  }
}

test('filters, sort and page stand in the address: shared they show the same, and the back button goes back', async () => {
  const dispatcher = await person(browser, 'county-dispatcher')
  const { page } = dispatcher
  await page.goto('/teams')
  await choose(page, '层级', '村站')
  await page.waitForURL(/tier=village/)
  await page.getByRole('columnheader', { name: '队伍' }).getByRole('button').click()
  await page.waitForURL(/sort=name/)
  await page.getByRole('columnheader', { name: '队伍' }).getByRole('button').click()
  await page.waitForURL(/sort=-name/)
  await page.locator('th[aria-sort="descending"]', { hasText: '队伍' }).waitFor()
  await page.getByRole('button', { name: '下一页' }).click()
  await page.waitForURL(/page=2/)
  await page.getByRole('button', { name: '第 2 页' }).and(page.locator('[aria-current="page"]')).waitFor()
  const shown = await firstColumn(page)
  expect(shown.length).toBeGreaterThan(0)
  expect(query(page)).toEqual({ tier: 'village', sort: '-name', page: '2' })

  const other = await person(browser, 'county-dispatcher-2')
  await other.page.goto(page.url().slice(SERVER_URL.length))
  expect(await firstColumn(other.page)).toEqual(shown)

  await page.goBack()
  await settled(page)
  expect(query(page)).toEqual({ tier: 'village', sort: '-name' })
  await page.goBack()
  await page.goBack()
  expect(query(page)).toEqual({ tier: 'village' })
  // Another filter begins at the first page again.
  await page.goForward()
  await page.goForward()
  await page.goForward()
  expect(query(page)).toMatchObject({ page: '2' })
  await choose(page, '状态', '在岗')
  await page.waitForURL(/state=active/)
  expect(query(page)).toEqual({ tier: 'village', sort: '-name', state: 'active' })
  await page.getByRole('button', { name: '清除筛选' }).click()
  await page.waitForURL((address) => !address.search.includes('tier'))
  expect(query(page)).toEqual({ sort: '-name' })
  await over(dispatcher, other)
})

test('a view is kept under a name, renamed, taken away and brought back, and nobody else sees it', async () => {
  const dispatcher = await person(browser, 'county-dispatcher')
  const { page } = dispatcher
  await page.goto('/venues?use=fitness&sort=-area')
  await settled(page)
  await page.getByRole('button', { name: '视图', exact: true }).click()
  await page.getByRole('menuitem', { name: '保存当前筛选' }).click()
  const dialog = page.getByRole('dialog', { name: '管理视图' })
  await dialog.getByLabel('把现在的筛选和排序存成视图').fill('健身场馆')
  await dialog.getByRole('button', { name: '保存', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })

  await page.goto('/venues')
  await page.getByRole('button', { name: '视图', exact: true }).click()
  await page.getByRole('menuitem', { name: '健身场馆' }).click()
  await page.waitForURL(/use=fitness/)
  expect(query(page)).toEqual({ use: 'fitness', sort: '-area' })

  await page.getByRole('button', { name: '健身场馆', exact: true }).click()
  await page.getByRole('menuitem', { name: '管理视图' }).click()
  await dialog.getByLabel('修改视图“健身场馆”的名称').fill('健身')
  await dialog.getByLabel('修改视图“健身场馆”的名称').press('Enter')
  await dialog.getByLabel('修改视图“健身”的名称').waitFor()
  await expectAccessible(page)
  await picture(dispatcher, 'lists-01-views')
  await dialog.getByRole('button', { name: '删除视图“健身”' }).click()
  await dialog.getByLabel('修改视图“健身”的名称').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '撤销' }).click()
  await dialog.getByLabel('修改视图“健身”的名称').waitFor()

  const other = await person(browser, 'county-dispatcher-2')
  await other.page.goto('/venues?use=fitness&sort=-area')
  await settled(other.page)
  await other.page.getByRole('button', { name: '视图', exact: true }).click()
  await other.page.getByRole('menuitem', { name: '保存当前筛选' }).waitFor()
  expect(await other.page.getByRole('menuitem').count()).toBe(1)
  await dialog.getByRole('button', { name: '删除视图“健身”' }).click()
  await dialog.getByLabel('修改视图“健身”的名称').waitFor({ state: 'hidden' })
  await over(dispatcher, other)
})

test('columns are chosen once for every device, and a file holds what is seen', async () => {
  const dispatcher = await person(browser, 'county-dispatcher')
  const { page } = dispatcher
  await page.goto('/teams?tier=town')
  await settled(page)
  expect(await heads(page)).toContain('技能')
  await page.getByRole('button', { name: '列', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '选择显示的列' })
  let changes = 0
  const kept = page.waitForResponse((reply) => reply.request().method() === 'PUT' && (changes += 1) === 2)
  await dialog.getByRole('checkbox', { name: '技能' }).uncheck()
  await dialog.getByRole('checkbox', { name: '编号' }).check()
  await expectAccessible(page)
  await picture(dispatcher, 'lists-02-columns')
  await dialog.getByRole('button', { name: '确定' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await kept
  await page.reload()
  await settled(page)
  const shown = await heads(page)
  expect(shown).toContain('编号')
  expect(shown).not.toContain('技能')

  const csv = await download(page, /CSV/)
  expect(csv.suggestedFilename()).toBe('队伍.csv')
  const text = await readFile(await csv.path(), 'utf8')
  expect(text.startsWith('\uFEFF')).toBe(true)
  const lines = text.slice(1).trimEnd().split('\r\n')
  expect(lines[0]).toBe(
    shown
      .filter((head) => head !== '操作')
      .map((head) => `"${head}"`)
      .join(','),
  )
  const total = /共 (\d+) 条/.exec((await page.getByText(/^共 \d+ 条$/).textContent()) ?? '')?.[1]
  expect(lines.length - 1).toBe(Number(total))

  const xlsx = await download(page, /Excel/)
  const { default: readWorkbook } = await import('read-excel-file/node')
  const [sheet] = await readWorkbook(await readFile(await xlsx.path()))
  const rows = sheet?.data ?? []
  expect(rows[0]?.[0]).toBe('队伍')
  expect(rows[2]).toEqual(shown.filter((head) => head !== '操作'))
  expect(rows).toHaveLength(Number(total) + 3)

  const onPhone = await person(browser, 'county-dispatcher', PHONE)
  await onPhone.page.goto('/teams?tier=town')
  await settled(onPhone.page)
  await onPhone.page.getByRole('list', { name: '队伍' }).getByText('编号').first().waitFor()
  expect(await sidewaysPx(onPhone.page)).toBe(0)
  await picture(onPhone, 'lists-03-phone')
  await expectAccessible(onPhone.page)
  await onPhone.page.getByRole('button', { name: '列', exact: true }).click()
  const sheetDialog = onPhone.page.getByRole('dialog', { name: '选择显示的列' })
  await sheetDialog.getByRole('button', { name: '恢复默认' }).click()
  await sheetDialog.getByRole('checkbox', { name: '编号' }).and(onPhone.page.locator(':not(:checked)')).waitFor()
  await over(dispatcher, onPhone)
})

test('a long export says how far it has come, and can be stopped', async () => {
  const dispatcher = await person(browser, 'county-dispatcher')
  const { page } = dispatcher
  await page.goto('/desk?group=all')
  await settled(page)
  let letOn = (): void => undefined
  const held = new Promise<void>((resolve) => {
    letOn = resolve
  })
  await page.route(/dispatch\/orders\?.*pageSize%5D=100|dispatch\/orders\?.*pageSize\]=100/, async (route) => {
    if (route.request().url().includes('page]=1&') || route.request().url().includes('page%5D=1&'))
      return route.continue()
    await held
    return route.continue().catch(() => undefined)
  })
  await page.getByRole('button', { name: '导出', exact: true }).click()
  await page.getByRole('menuitem', { name: /CSV/ }).click()
  await page.getByText(/^已取 100 \/ \d+ 条$/).waitFor()
  await page.getByRole('button', { name: '停止导出' }).click()
  await page.getByText('已停止导出，没有保存文件').waitFor()
  letOn()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.getByRole('button', { name: '导出', exact: true }).waitFor()
  await over(dispatcher)
})

/** Somebody's token, for what happens elsewhere meanwhile. */
async function tokenOf(username: string): Promise<string> {
  const reply = await fetch(`${SERVER_URL}/api/auth/local`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: username, password: 'Practice-2026' }),
  })
  return ((await reply.json()) as { jwt: string }).jwt
}

test('a town makes teams, lets some rest with a result for each, takes that back, and removes them', async () => {
  const officer = await person(browser, 'town-officer-2')
  const { page } = officer
  const stamp = String(Date.now() % 1_000_000)
  const names = ['送水队', '送粮队', '送药队'].map((name) => `应急${name}${stamp}`)
  await page.goto('/teams')
  await settled(page)
  for (const name of names) {
    await page.getByRole('button', { name: '添加队伍' }).click()
    const drawer = page.getByRole('dialog', { name: '添加队伍' })
    await drawer.getByRole('button', { name: '保存' }).click()
    await drawer.getByText('请填写队伍').waitFor()
    await drawer.getByLabel('队伍', { exact: true }).fill(name)
    if (name === names[0]) {
      await expectAccessible(page)
      await picture(officer, 'lists-04-form')
    }
    await drawer.getByRole('button', { name: '保存' }).click()
    await drawer.waitFor({ state: 'hidden' })
  }
  await page.getByRole('searchbox', { name: '搜索' }).fill(stamp)
  await page.waitForURL(/q=/)
  await page.getByText(names[2] ?? '').waitFor()
  for (const name of names) await page.getByRole('checkbox', { name: `选择${name}` }).check()
  await page.getByText('已选 3 条').waitFor()

  // One of them is removed by somebody else meanwhile.
  const token = await tokenOf('county-dispatcher')
  const headers = { authorization: `Bearer ${token}` }
  const found = await fetch(`${SERVER_URL}/api/teams?filters[name][$eq]=${encodeURIComponent(names[1] ?? '')}`, {
    headers,
  })
  const [gone] = ((await found.json()) as { data: { documentId: string }[] }).data
  await fetch(`${SERVER_URL}/api/teams/${gone?.documentId ?? ''}`, { method: 'DELETE', headers })

  await page.getByRole('button', { name: '停用（3）' }).click()
  const drawer = page.getByRole('dialog', { name: '停用：3 条' })
  await drawer.getByRole('button', { name: '停用', exact: true }).click()
  await drawer.getByText('办完了：成功 2 条，未成 1 条，共 3 条').waitFor()
  const line = (name: string | undefined) => drawer.getByRole('listitem').filter({ hasText: name ?? '' })
  expect(await line(names[0]).innerText()).toContain('成功')
  expect(await line(names[1]).innerText()).toContain('找不到这条记录')
  await expectAccessible(page)
  await picture(officer, 'lists-05-results')
  await drawer.getByRole('button', { name: '撤销这 2 条' }).click()
  await line(names[0]).getByText('已撤销').waitFor()
  await line(names[2]).getByText('已撤销').waitFor()
  await drawer.getByRole('button', { name: '关闭' }).last().click()
  await drawer.waitFor({ state: 'hidden' })
  await page
    .getByRole('row', { name: new RegExp(names[0] ?? '') })
    .getByText('在岗')
    .waitFor()

  for (const name of [names[0], names[2]]) {
    await page.getByRole('button', { name: `修改${name ?? ''}` }).click()
    const form = page.getByRole('dialog', { name: '修改队伍' })
    await form.getByRole('button', { name: '删除' }).click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: '删除' }).click()
    await form.waitFor({ state: 'hidden' })
  }
  await page.getByText(`没有找到「${stamp}」`).waitFor()
  await over(officer)
})

test('a household’s form asks before what was typed is lost, and keeps masked numbers as they are', async () => {
  const admin = await person(browser, 'village-admin-2', PHONE)
  const { page } = admin
  const name = `试点户${Date.now() % 100_000}`
  await page.goto('/households')
  await settled(page)
  await page.getByRole('button', { name: '添加家户' }).click()
  const drawer = page.getByRole('dialog', { name: '添加家户' })
  await drawer.getByLabel('户主', { exact: true }).fill(name)
  await drawer.getByLabel('电话').fill('abc')
  await drawer.getByRole('button', { name: '保存' }).click()
  await drawer.getByText('请填写电话号码，例如 19900000001').waitFor()
  await page.goBack()
  const guard = page.getByRole('dialog', { name: '改动还没有保存' })
  await guard.getByRole('button', { name: '接着填' }).click()
  await guard.waitFor({ state: 'hidden' })
  expect(await drawer.getByLabel('户主', { exact: true }).inputValue()).toBe(name)
  await drawer.getByLabel('电话').fill('19955550001')
  await drawer.getByRole('button', { name: '添加成员' }).click()
  await drawer.getByLabel('姓名').fill(name)
  await drawer.getByLabel('与户主关系').fill('户主')
  expect(await sidewaysPx(page)).toBe(0)
  await expectAccessible(page)
  await picture(admin, 'lists-06-household')
  await drawer.getByRole('button', { name: '保存' }).click()
  await drawer.waitFor({ state: 'hidden' })

  await page.getByRole('searchbox', { name: '搜索' }).fill(name)
  await page.getByRole('button', { name: `修改${name}` }).click()
  const edit = page.getByRole('dialog', { name: '修改家户' })
  expect(await edit.getByLabel('电话').inputValue()).toContain('****')
  await edit.getByLabel('住址').fill('头营村一组')
  await edit.getByRole('button', { name: '保存' }).click()
  await edit.waitFor({ state: 'hidden' })
  await page.getByText('头营村一组').waitFor()
  await page.getByText(/199\*+0001/).waitFor()
  await page.getByRole('button', { name: `修改${name}` }).click()
  await edit.getByRole('button', { name: '删除' }).click()
  await page.locator('.ant-popconfirm').getByRole('button', { name: '删除' }).click()
  await edit.waitFor({ state: 'hidden' })
  await over(admin)
})
