import { service } from '@practice/kernel'
import type {} from '@practice/dispatch/services'
import { app, as, asSystem } from '../support/api'
import { act, dataOf, db, done, makeTeam, placed, stateAndLastEvent } from './dispatch-support'

const ORDER = 'plugin::dispatch.order'
const EVENT = 'plugin::dispatch.order-event'
const SETTING = 'plugin::dispatch.setting'

const archivedId = async () =>
  ((await db()('dispatch_orders').where({ state: 'archived' }).first('document_id')) as { document_id: string })
    .document_id

describe('what is final stays', () => {
  test.each`
    what                            | statement
    ${'changing an archived order'} | ${"update dispatch_orders set note = 'x' where state = 'archived'"}
    ${'reopening one'}              | ${"update dispatch_orders set state = 'rated' where state = 'archived'"}
    ${'deleting orders'}            | ${'delete from dispatch_orders'}
    ${'changing events'}            | ${"update dispatch_order_events set note = 'x'"}
    ${'deleting events'}            | ${'delete from dispatch_order_events'}
  `('the database refuses $what', async ({ statement }: { statement: string }) => {
    const refused = Promise.resolve(db().raw(statement)).then(
      () => 'done',
      ({ message }: Error) => message,
    )
    expect(await refused).toMatch(/never/)
  })

  test.each(['nobody', 'the system'])('Strapi’s own ways are closed to %s', async (who) => {
    const documentId = await archivedId()
    const by = <T>(work: () => Promise<T>) => (who === 'nobody' ? work() : asSystem(work))
    const { documents } = app()
    await expect(by(() => documents(ORDER).update({ documentId, data: {} }))).rejects.toThrow()
    await expect(by(() => documents(ORDER).delete({ documentId }))).rejects.toThrow()
    await expect(
      by(() =>
        app()
          .db.query(ORDER)
          .updateMany({ where: {}, data: { note: 'x' } }),
      ),
    ).rejects.toThrow()
    await expect(by(() => app().db.query(ORDER).deleteMany({ where: {} }))).rejects.toThrow()
    await expect(by(() => app().db.query(EVENT).deleteMany({ where: {} }))).rejects.toThrow()
  })

  test('and nobody adds an order past its placing', async () => {
    await expect(
      app()
        .documents(ORDER)
        .create({ data: { number: 'X' } }),
    ).rejects.toThrow()
  })

  test('Strapi has no REST route for orders', async () => {
    const dispatcher = await as('county-dispatcher')
    for (const path of ['/api/orders', '/api/dispatch/order-events', '/api/dispatch/order-pools']) {
      expect((await dispatcher.get(path)).status).toBe(404)
    }
    expect((await dispatcher.put(`/api/dispatch/orders/${await archivedId()}`, { data: {} })).status).toBe(405)
  })
})

describe('settings through the content manager', () => {
  const settings = () => service(app(), 'dispatch', 'settings')
  const row = async () => (await app().documents(SETTING).findFirst({})) as { documentId: string } | null
  const write = (data: object) =>
    asSystem(async () =>
      app()
        .documents(SETTING)
        .update({ documentId: (await row())?.documentId ?? '', data }),
    )

  test('are checked, and hold at once', async () => {
    const before = await settings().read()
    await expect(write({ ratingPrior: -1 })).rejects.toThrow(/settings/)
    await expect(write({ clocks: { acceptHours: 1 } })).rejects.toThrow(/settings/)
    await write({ ratingPrior: before.ratingPrior + 1 })
    expect((await settings().read()).ratingPrior).toBe(before.ratingPrior + 1)
    await write({ ratingPrior: before.ratingPrior })
  })

  test('are neither removed nor doubled', async () => {
    await expect(
      asSystem(async () =>
        app()
          .documents(SETTING)
          .delete({ documentId: (await row())?.documentId ?? '' }),
      ),
    ).rejects.toThrow()
    await expect(asSystem(() => app().documents(SETTING).create({ data: {} }))).rejects.toThrow()
  })
})

test('a form that cannot check anything is refused where it is written', async () => {
  const where = { siteCode: '640402', itemCode: 'C08-03' }
  const offering = app().db.query('api::service-offering.service-offering')
  await expect(asSystem(() => offering.update({ where, data: { form: { type: 'nonsense' } } }))).rejects.toThrow(/form/)
})

test('a fault between the state and its event undoes both', async () => {
  const dispatcher = await as('county-dispatcher')
  const team = await makeTeam()
  // Its history stays spoilt, so it lies in a village whose orders no other test plans or dispatches.
  const order = await placed({ site: '640402106200' }, dispatcher)
  // Somebody has taken the place of the next event: the insert fails after the state was written.
  const { row } = await stateAndLastEvent(order.documentId)
  const now = db().fn.now()
  await db()('dispatch_order_events').insert({
    document_id: 'faultfaultfaultfaultfaul',
    order_id: order.documentId,
    sequence: row.events + 1,
    verb: 'overdue',
    from_state: 'placed',
    to_state: 'placed',
    actor: 'test',
    actor_name: 'test',
    role: 'system',
    data: '{}',
    at: now,
    created_at: now,
  })
  const logged = jest.spyOn(app().log, 'error').mockReturnValue(app().log)
  const reply = await act(dispatcher, order, 'dispatch', { team: team.code, reason: '就近' })
  expect(logged).toHaveBeenCalled()
  logged.mockRestore()
  expect(reply.status).toBe(500)
  expect(JSON.stringify(reply.body)).not.toMatch(/unique|sqlite|at .*js/i)
  const after = await stateAndLastEvent(order.documentId)
  expect(after.row).toEqual(row)
  expect(await db()('access_audit_entries').where({ subject_id: order.documentId, action: 'dispatch' })).toEqual([])
})

test('the menu of a site follows its offerings at once', async () => {
  const { code } = (await db()('service_items').where({ active: true }).first('code')) as { code: string }
  const offered = async () =>
    (await service(app(), 'dispatch', 'offerings').effective('640402100208')).some((item) => item.code === code)
  expect(await offered()).toBe(true)
  const officer = await as('town-officer')
  const made = await officer.post('/api/service-offerings', {
    data: { site: '640402100208', serviceItem: code, enabled: false },
  })
  expect(made.status).toBe(201)
  expect(await offered()).toBe(false)
  expect(await service(app(), 'dispatch', 'offerings').effective('640402100207')).toContainEqual(
    expect.objectContaining({ code }),
  )
  const { documentId } = dataOf<{ documentId: string }>(made)
  expect((await officer.delete(`/api/service-offerings/${documentId}`)).status).toBeLessThan(300)
  expect(await offered()).toBe(true)
})

test('what a verb did is in the audit log with who did it', async () => {
  const order = await placed()
  await done(await as('county-dispatcher'), order, 'cancel', { reason: '不需要了' })
  const entries = (await db()('access_audit_entries').where({ subject_id: order.documentId }).orderBy('id')) as {
    actor: string
    action: string
    site_code: string
  }[]
  expect(entries.map(({ actor, action, site_code }) => `${actor} ${action} ${site_code}`)).toEqual([
    'village-admin place 640402100207',
    'county-dispatcher cancel 640402100207',
  ])
})
