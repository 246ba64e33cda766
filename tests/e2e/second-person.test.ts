import type { Browser, Page } from 'playwright-core'
import { PHONE, openBrowser, startServer, type RunningServer } from '../support/browser'
import { insertPicture, writeBody } from './newsroom'
import { anybody, person, picture, settled, sidewaysPx } from './person'

const MINUTE_MS = 60_000
/** A minute until the time, another until the server looks, and some to look at it. */
const LONG_MS = 5 * MINUTE_MS

let browser: Browser
let server: RunningServer

// A server of its own: it publishes by the clock, and asks for a second person, which other tests do not expect.
beforeAll(async () => {
  browser = await openBrowser()
  server = await startServer({ CRON: 'on' })
}, LONG_MS)
afterAll(async () => {
  await browser.close()
  await server.stop()
}, LONG_MS)

test(
  'an article of one editor, approved by another and scheduled, is public after its time and not before',
  async () => {
    const title = '腊月里的互助超市'
    const writer = await person(browser, 'county-editor', undefined, server.url)
    await askForSecondPerson(writer.page)
    await picture(writer, 'second-01-rule')
    await writer.page.getByRole('dialog', { name: '发布规则' }).getByRole('button', { name: '关闭' }).last().click()

    await writer.page.getByRole('link', { name: /写新闻/ }).click()
    await writer.page.getByLabel('标题', { exact: true }).first().fill(title)
    await writeBody(writer.page, '从腊月初八起，每周三开放。')
    await insertPicture(writer.page, { alt: '货架前的老人', consent: '本人已同意' })
    // The setting leaves one way on.
    expect(await writer.page.getByRole('button', { name: '发布', exact: true }).count()).toBe(0)
    await writer.page.getByRole('button', { name: '送审', exact: true }).click()
    await standing(writer.page, '待审')
    await picture(writer, 'second-02-handed-in')
    const address = new URL(writer.page.url()).pathname
    const documentId = address.split('/').at(-1) ?? ''
    // Nobody approves what they wrote.
    expect(await writer.page.getByRole('button', { name: '通过', exact: true }).count()).toBe(0)

    const approver = await person(browser, 'county-editor-2', PHONE, server.url)
    await approver.page.goto('/articles?tab=submitted')
    await approver.page.getByRole('link', { name: new RegExp(title) }).click()
    await approver.page.getByRole('heading', { name: '修改新闻' }).waitFor()
    await picture(approver, 'second-03-to-review')
    expect(await sidewaysPx(approver.page)).toBe(0)
    await approver.page.getByRole('button', { name: '通过', exact: true }).click()
    await standing(approver.page, '已通过')

    const publishAt = nextMinute(Date.now() + 20_000)
    await approver.page.getByRole('button', { name: /^定时发布/ }).click()
    await approver.page.getByLabel('什么时候发布').fill(wallClock(publishAt))
    await picture(approver, 'second-04-time')
    await approver.page.locator('form').getByRole('button', { name: '定时发布' }).click()
    await standing(approver.page, /^定时/)
    await picture(approver, 'second-05-scheduled')

    const reader = await anybody(browser, PHONE, server.url)
    await reader.page.goto(`/news/${documentId}`)
    await reader.page.getByText('没有这篇新闻，或者它已经撤下了。').waitFor()
    const seenAt = await whenPublic(documentId)
    expect(seenAt).toBeGreaterThanOrEqual(publishAt)
    await reader.page.reload()
    await reader.page.getByRole('heading', { name: title }).waitFor()
    await picture(reader, 'second-06-public')

    // Its history says who did what.
    await writer.page.reload()
    await standing(writer.page, '已发布')
    await writer.page.getByRole('button', { name: '更多操作' }).click()
    await writer.page.getByRole('menuitem', { name: '修改记录' }).click()
    const history = writer.page.getByRole('dialog', { name: '修改记录' })
    const lines = history.getByRole('listitem')
    await lines.filter({ hasText: '新建' }).waitFor()
    await lines.filter({ hasText: '送审' }).filter({ hasText: '杨晓梅' }).first().waitFor()
    await lines.filter({ hasText: '通过' }).filter({ hasText: '邵雨晴' }).first().waitFor()
    await lines.filter({ hasText: '定时' }).filter({ hasText: '邵雨晴' }).first().waitFor()
    await picture(writer, 'second-07-history')
    expect([...writer.problems, ...approver.problems, ...reader.problems]).toEqual([])
    for (const someone of [writer, approver, reader]) await someone.close()
  },
  LONG_MS,
)

test('two editors at one article: what was typed stays, the other’s version is shown, and an earlier one comes back', async () => {
  const one = await person(browser, 'county-editor', undefined, server.url)
  await one.page.goto('/articles/new')
  await one.page.getByLabel('标题', { exact: true }).first().fill('两个人改一篇稿子')
  await writeBody(one.page, '第一版。')
  await one.page.getByRole('button', { name: '保存', exact: true }).click()
  await one.page.getByRole('heading', { name: '修改新闻' }).waitFor()
  const address = new URL(one.page.url()).pathname

  const other = await person(browser, 'county-editor-2', undefined, server.url)
  await other.page.goto(address)
  await writeBody(other.page, '邵雨晴加的一句。')
  await save(other.page)

  const mine = '两个人改一篇稿子（杨晓梅）'
  await one.page.getByLabel('标题', { exact: true }).first().fill(mine)
  await one.page.getByRole('button', { name: '保存', exact: true }).click()
  const conflict = one.page.getByRole('dialog', { name: '这篇稿子刚刚被别人改过' })
  await conflict.getByText(/邵雨晴 在 .* 保存过另一版/).waitFor()
  await conflict.getByText('第一版。邵雨晴加的一句。').waitFor()
  await picture(one, 'second-08-conflict')
  await conflict.getByRole('button', { name: '先不保存' }).click()
  expect(await one.page.getByLabel('标题', { exact: true }).first().inputValue()).toBe(mine)
  await one.page.getByRole('button', { name: '保存', exact: true }).click()
  await conflict.getByRole('button', { name: '用我写的覆盖' }).click()
  await one.page.getByText('已保存', { exact: true }).waitFor()

  await other.page.reload()
  expect(await other.page.getByLabel('标题', { exact: true }).first().inputValue()).toBe(mine)
  await other.page.getByRole('button', { name: '更多操作' }).click()
  await other.page.getByRole('menuitem', { name: '修改记录' }).click()
  const history = other.page.getByRole('dialog', { name: '修改记录' })
  const own = history.getByRole('listitem').filter({ hasText: '邵雨晴 · 区中心编辑' })
  await own.first().getByRole('button').click()
  await history.getByText('第一版。邵雨晴加的一句。').waitFor()
  await picture(other, 'second-09-earlier')
  await history.getByRole('button', { name: '恢复这一版' }).click()
  await other.page.getByRole('tooltip').getByRole('button', { name: '恢复这一版' }).click()
  await other.page.getByText(/^已恢复成那一版/).waitFor()
  await other.page.getByRole('textbox', { name: '正文' }).getByText('第一版。邵雨晴加的一句。').waitFor()
  expect([...one.problems, ...other.problems]).toEqual([])
  for (const someone of [one, other]) await someone.close()
})

test('a village hands in, an editor sends it back with a reason, and the village sees why', async () => {
  const title = '村里的秧歌队招人'
  const village = await person(browser, 'village-admin', PHONE, server.url)
  await village.page.goto('/articles/new')
  await village.page.getByLabel('标题', { exact: true }).first().fill(title)
  await writeBody(village.page, '会不会都行，来了就教。')
  await village.page.getByRole('button', { name: '送审', exact: true }).click()
  await standing(village.page, '待审')

  const editor = await person(browser, 'county-editor', undefined, server.url)
  await editor.page.goto('/articles?tab=submitted')
  await editor.page.getByRole('button', { name: /^只看村镇送来的/ }).click()
  await picture(editor, 'second-10-from-below')
  await editor.page.getByRole('link', { name: new RegExp(title) }).click()
  await editor.page.getByRole('button', { name: '退回', exact: true }).click()
  const dialog = editor.page.getByRole('dialog', { name: '退回修改' })
  await dialog.getByRole('button', { name: '退回', exact: true }).click()
  await dialog.getByText('请写明原因，至少两个字').waitFor()
  await dialog.getByLabel('退回原因').fill('请写上时间和地点')
  await picture(editor, 'second-11-return')
  await dialog.getByRole('button', { name: '退回', exact: true }).click()
  await standing(editor.page, '退回')

  await village.page.reload()
  await village.page.getByText('请写上时间和地点').waitFor()
  await standing(village.page, '退回')
  await picture(village, 'second-12-returned')
  expect([...village.problems, ...editor.problems]).toEqual([])
  for (const someone of [village, editor]) await someone.close()
})

async function askForSecondPerson(page: Page): Promise<void> {
  await page.goto('/articles')
  await page.getByRole('button', { name: '发布规则' }).click()
  const toggle = page.getByRole('switch', { name: '发布前要由另一位编辑审核' })
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT')
  await toggle.click()
  expect((await saved).status()).toBe(200)
}

async function standing(page: Page, word: string | RegExp): Promise<void> {
  await settled(page)
  await page.getByRole('main').getByText(word, { exact: true }).first().waitFor()
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('已保存', { exact: true }).waitFor()
}

/** The first full minute after a moment. */
function nextMinute(at: number): number {
  return Math.ceil(at / MINUTE_MS) * MINUTE_MS
}

/** A moment on China's clock, as a field for days and times takes it. */
function wallClock(at: number): string {
  return new Date(at + 8 * 60 * MINUTE_MS).toISOString().slice(0, 16)
}

/** Asks as anybody does until the article is there; tells when that was. */
async function whenPublic(documentId: string): Promise<number> {
  for (;;) {
    const { status } = await fetch(`${server.url}/api/articles/${documentId}`)
    if (status === 200) return Date.now()
    expect(status).toBe(404)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
