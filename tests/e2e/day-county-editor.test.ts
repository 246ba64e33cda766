import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/browser'
import { WINDOWS, endDay, follow, lookAt, startDay, visitMenu } from './day'
import { insertPicture, writeBody } from './newsroom'
import { settled } from './person'

/** Several pages, each looked at in light and dark. */
const DAY_MS = 240_000

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test.each(WINDOWS)(
  'a county editor’s day at $width px',
  async ({ width, viewport }) => {
    const day = await startDay(browser, 'county-editor', viewport)
    const { page, isPhone } = day
    const title = `冬闲时节的夜校（${width}）`
    await lookAt(day, 'home')
    expect(await visitMenu(day)).toEqual(expect.arrayContaining(['/', '/articles', '/activities', '/media']))

    // What has come in, and what is sent back.
    await follow(day, '/articles')
    await page.getByRole('navigation', { name: '按状态看' }).getByRole('link', { name: /^待审/ }).click()
    await settled(page)
    await lookAt(day, 'submitted')
    await page.getByRole('main').getByRole('list').getByRole('link').first().click()
    await page.getByRole('heading', { name: '修改新闻' }).waitFor()
    await page.getByRole('textbox', { name: '正文' }).waitFor()
    await lookAt(day, 'reviewing')
    await page.getByRole('button', { name: '退回', exact: true }).click()
    const returning = page.getByRole('dialog', { name: '退回修改' })
    await returning.waitFor()
    await lookAt(day, 'returning')
    await returning.getByRole('button', { name: '先不办' }).click()
    await returning.waitFor({ state: 'hidden' })

    // A new article, with a picture.
    await page.getByRole('link', { name: '返回新闻列表' }).click()
    await page.getByRole('link', { name: /写新闻/ }).click()
    await page.getByLabel('标题', { exact: true }).first().fill(title)
    await page.getByLabel('摘要').fill('每晚七点到八点半，教剪纸、教用手机。')
    await page.getByLabel('内容分类').click()
    await page.getByTitle('丰富活跃文化生活').click()
    await writeBody(page, '从十二月一日起，村站的灯亮到晚上八点半。')
    await page.locator('input[type=file][aria-label="插入图片"]').waitFor({ state: 'attached' })
    await insertPicture(page, { alt: '村民在灯下剪纸', caption: '第一晚', sides: '16:9', consent: '本人已同意' })
    await lookAt(day, 'writing')
    await page.getByRole('button', { name: '修改第 1 张图片的说明' }).click()
    const words = page.getByRole('dialog', { name: '图片说明' })
    await words.getByRole('img', { name: '选中的图片' }).waitFor()
    await lookAt(day, 'picture')
    await words.getByRole('button', { name: '确定' }).click()
    await words.waitFor({ state: 'hidden' })
    if (isPhone) {
      await page.getByText('手机预览', { exact: true }).click()
      await lookAt(day, 'preview-phone')
    }
    await page.getByText('电脑预览', { exact: true }).click()
    await lookAt(day, 'preview-desktop')
    await page.getByText('写稿', { exact: true }).click()

    await page.getByRole('button', { name: /^定时发布/ }).click()
    await page.getByLabel('什么时候发布').waitFor()
    await lookAt(day, 'time')
    await page.locator('form').getByRole('button', { name: '定时发布' }).click()
    await page.getByText('已设好，到时间自动发布').waitFor()
    await lookAt(day, 'scheduled')
    await page.getByRole('button', { name: '更多操作' }).click()
    await page.getByRole('menuitem', { name: '修改记录' }).click()
    const history = page.getByRole('dialog', { name: '修改记录' })
    await history.getByRole('listitem').first().waitFor()
    await lookAt(day, 'history')
    await history
      .getByRole('button', { name: /^看这一版/ })
      .last()
      .click()
    await history.getByRole('button', { name: '恢复这一版' }).waitFor()
    await lookAt(day, 'history-version')
    await history
      .getByRole('button', { name: 'Close' })
      .or(history.getByRole('button', { name: '关闭' }))
      .first()
      .click()
    await history.waitFor({ state: 'hidden' })

    // Nothing is left that others would come upon.
    await page.getByRole('button', { name: '更多操作' }).click()
    await page.getByRole('menuitem', { name: '删除草稿' }).click()
    const deleting = page.getByRole('dialog', { name: '删除这篇稿子？' })
    await lookAt(day, 'deleting')
    await deleting.getByRole('button', { name: '删除' }).click()
    await page.waitForURL((url) => url.pathname === '/articles')
    await settled(page)

    await follow(day, '/media')
    await page.getByRole('listitem').first().waitFor()
    await lookAt(day, 'media')
    await page.goto('/news')
    await page.getByRole('listitem').first().waitFor()
    await lookAt(day, 'news')
    await page.getByRole('listitem').first().getByRole('link').click()
    await page.getByRole('article').waitFor()
    await lookAt(day, 'news-article')
    await page.goto('/')
    await settled(page)
    await endDay(day)
  },
  DAY_MS,
)
