import type { Browser, Page } from 'playwright-core'
import { DESKTOP, PHONE, openBrowser } from '../support/browser'
import { violationsInBothThemes } from './accessible'
import { anybody, person, picture, settled, sidewaysPx, type Person } from './person'
import { smallTargets } from './targets'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const WINDOWS = [
  ['desktop', DESKTOP],
  ['phone', PHONE],
] as const

/** What is wrong with what is shown now. */
async function faultsOf(someone: Person, name: string): Promise<string[]> {
  const { page } = someone
  await picture(someone, name)
  const isPhone = page.viewportSize()?.width === PHONE.width
  return [
    ...((await sidewaysPx(page)) > 0 ? ['moves sideways'] : []),
    ...(isPhone ? await smallTargets(page) : []),
    ...(await violationsInBothThemes(page)),
  ]
}

describe.each(WINDOWS)('without an account, on a %s', (_name, viewport) => {
  test('the login page, also when it refuses', async () => {
    const someone = await anybody(browser, viewport)
    const { page } = someone
    await page.goto('/login')
    await page.getByLabel('账号').waitFor()
    expect(await faultsOf(someone, 'accessible-login')).toEqual([])
    await page.getByLabel('账号').fill('nobody-at-all')
    await page.getByLabel('密码').fill('wrong-password')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('alert').filter({ hasText: '账号或密码不对' }).waitFor()
    expect(await faultsOf(someone, 'accessible-login-refused')).toEqual([])
    expect(someone.problems).toEqual([])
    await someone.close()
  })

  test.each([
    ['news', '/news'],
    ['notice', '/notice/640402100207'],
  ])('the page of %s', async (name, address) => {
    const someone = await anybody(browser, viewport)
    await someone.page.goto(address)
    await settled(someone.page)
    expect(await faultsOf(someone, `accessible-${name}`)).toEqual([])
    expect(someone.problems).toEqual([])
    await someone.close()
  })
})

describe.each(WINDOWS)('what cannot be shown, on a %s,', (_name, viewport) => {
  let leader: Person
  let page: Page

  beforeAll(async () => {
    leader = await person(browser, 'team-leader', viewport)
    page = leader.page
  })
  afterAll(() => leader.close())

  test('is an address that no page has', async () => {
    await page.goto('/nowhere')
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor()
    expect(await faultsOf(leader, 'accessible-not-found')).toEqual([])
  })

  test('is a page of others', async () => {
    await page.goto('/settings')
    await page.getByRole('heading', { name: '这个页面不是你的岗位用的' }).waitFor()
    expect(await faultsOf(leader, 'accessible-not-yours')).toEqual([])
  })

  test('is a page whose code cannot be fetched without a network; it comes by itself once there is one', async () => {
    await page.goto('/')
    await settled(page)
    await page.route('**/assets/MembersPage*', (route) => route.abort('internetdisconnected'))
    await page.context().setOffline(true)
    await page.getByRole('link', { name: '队员' }).first().click()
    await page.getByRole('heading', { name: '现在没有网，这个页面还没下载' }).waitFor()
    expect(await faultsOf(leader, 'accessible-offline')).toEqual([])
    await page.unroute('**/assets/MembersPage*')
    await page.context().setOffline(false)
    await page.getByRole('heading', { name: '队员' }).waitFor()
  })

  test('is a console whose server fails; trying again helps once it is back', async () => {
    await page.route('**/api/access/me', (route) => route.fulfill({ status: 503, json: { data: null, error: {} } }))
    await page.goto('/members')
    await page.getByRole('heading', { name: '没能读取你的账号信息' }).waitFor()
    expect(await faultsOf(leader, 'accessible-server')).toEqual([])
    await page.unroute('**/api/access/me')
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.getByRole('heading', { name: '队员' }).waitFor()
  })
})

test('the first press of Tab offers to skip the menu', async () => {
  const leader = await person(browser, 'leader')
  const { page } = leader
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: '跳到正文' })
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await leader.close()
})

test('a dialog stands where it will stay from its first frame, so that no click on it is lost', async () => {
  const dispatcher = await person(browser, 'county-dispatcher')
  const { page } = dispatcher
  await page.goto('/desk?group=toDispatch')
  await page.locator('a.desk-row').first().click()
  await page.getByRole('button', { name: '更多操作' }).click()
  await page.evaluate(() => {
    const seen: string[] = []
    const look = () => {
      const field = document.querySelector('.ant-modal textarea')
      if (field !== null) seen.push(JSON.stringify(field.getBoundingClientRect()))
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    Object.assign(window, { seen })
  })
  await page.getByRole('menuitem', { name: '取消点单' }).click()
  await page.getByRole('dialog', { name: '取消点单' }).waitFor()
  await settled(page)
  const places = await page.evaluate(async () => {
    await Promise.all(document.getAnimations().map(({ finished }) => finished))
    return (window as unknown as { seen: string[] }).seen
  })
  expect(new Set(places).size).toBe(1)
  await dispatcher.close()
})
