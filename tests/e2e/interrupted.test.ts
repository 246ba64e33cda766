import type { Browser, Page } from 'playwright-core'
import { PHONE, openBrowser } from '../support/browser'
import { person, picture, settled } from './person'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const ORDERS = '**/api/dispatch/orders'

/** Chooses an item of few questions and fills in who needs it; the button is not pressed. */
async function fillIn(page: Page, note: string): Promise<void> {
  await page.goto('/place')
  await page.getByPlaceholder(/查找事项/).fill('惠农政策咨询')
  await page.getByRole('button', { name: /惠农政策咨询/ }).click()
  await page.getByLabel('姓名').fill('马玉兰')
  await page.getByRole('textbox', { name: '电话' }).fill('19900000123')
  await page.getByLabel('备注').fill(note)
  await page.getByText('群众打电话来说的').click()
}

test('a reply that is lost on the way, and a second try, place one order', async () => {
  const village = await person(browser, 'village-admin', PHONE)
  const { page } = village
  const sent: { key: string; status: number }[] = []
  await page.route(ORDERS, async (route) => {
    const request = route.request()
    if (request.method() !== 'POST') return route.continue()
    const reply = await route.fetch()
    sent.push({ key: (await request.headerValue('idempotency-key')) ?? '', status: reply.status() })
    // The server has placed the order; the first reply never arrives.
    return sent.length === 1 ? route.abort('connectionreset') : route.fulfill({ response: reply })
  })

  await fillIn(page, '问低保和惠农补贴能不能一起领')
  const place = page.getByRole('button', { name: '点单', exact: true })
  await place.click()
  await page.getByText(/连不上服务器/).waitFor()
  await picture(village, 'interrupted-01-lost')
  await place.click()
  await page.getByRole('heading', { name: '点单成功' }).waitFor()
  expect(sent.map(({ status }) => status)).toEqual([201, 200])
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1)

  // The next order is another one.
  await page.getByRole('button', { name: '再点一张' }).click()
  await fillIn(page, '另一件事')
  await place.click()
  await page.getByRole('heading', { name: '点单成功' }).waitFor()
  expect(sent.at(-1)?.status).toBe(201)
  expect(sent.at(-1)?.key).not.toBe(sent[0]?.key)
  await village.close()
})

test('an order that is half written is there again after the window was closed', async () => {
  const village = await person(browser, 'village-admin', PHONE)
  const { page } = village
  await fillIn(page, '写到一半')
  await page.reload()
  await settled(page)
  await page.getByText('接着上次没点完的单', { exact: false }).waitFor()
  expect(await page.getByLabel('备注').inputValue()).toBe('写到一半')
  expect(await page.getByLabel('姓名').inputValue()).toBe('马玉兰')
  await page.getByRole('button', { name: '不要了，重新点' }).click()
  await page.getByPlaceholder(/查找事项/).waitFor()
  await village.close()
})

test('what the server finds wrong is said beside its field', async () => {
  const village = await person(browser, 'village-admin', PHONE)
  const { page } = village
  await page.route(ORDERS, (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({
          status: 400,
          json: {
            data: null,
            error: {
              status: 400,
              name: 'ValidationError',
              message: 'invalid',
              details: { code: 'invalid', errors: [{ path: ['requester', 'phone'], message: 'Invalid', code: 'x' }] },
            },
          },
        })
      : route.continue(),
  )
  await fillIn(page, '电话不对')
  await page.getByRole('button', { name: '点单', exact: true }).click()
  await page.getByText('这一项填得不对，请检查').waitFor()
  expect(await page.getByRole('textbox', { name: '电话' }).getAttribute('aria-invalid')).toBe('true')
  await village.close()
})

test('a photo that did not get through is sent again, and what was typed survives a reload', async () => {
  const leader = await person(browser, 'team-leader', PHONE)
  const { page } = leader
  await page.goto('/inbox?group=inHand')
  await page.getByRole('main').getByRole('button', { name: '完成', exact: true }).first().click()
  await page.getByLabel('办理情况').fill('换了开关')

  let isDown = true
  await page.route('**/api/upload', (route) => (isDown ? route.abort('connectionreset') : route.continue()))
  const photo = { name: '现场.png', mimeType: 'image/png', buffer: await page.screenshot() }
  await page.locator('input[type="file"][capture]').setInputFiles(photo)
  await page.getByText('「现场.png」没有传上去').evaluate((line) => line.scrollIntoView({ block: 'center' }))
  await picture(leader, 'interrupted-02-photo')
  isDown = false
  await page.getByRole('button', { name: '重新上传' }).click()
  await page.getByRole('button', { name: /移除/ }).waitFor()

  await page.reload()
  await settled(page)
  expect(await page.getByLabel('办理情况').inputValue()).toBe('换了开关')
  const picked = page.getByRole('img', { name: /现场/ })
  await picked.waitFor()
  expect(await picked.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true)
  expect(leader.problems.filter((problem) => !problem.includes('net::ERR'))).toEqual([])
  await leader.close()
})
