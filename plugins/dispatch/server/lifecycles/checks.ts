import { inputErrorsOf, service } from '@practice/kernel'
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { DispatchSettings } from '../../contracts'
import { checkFormSchema } from '../../domain'

const FORMS = ['api::service-offering.service-offering', 'api::service-item.service-item']

type Data = Readonly<Record<string, unknown>>

interface WriteEvent {
  params: { data?: unknown }
}

/** Checks what Strapi's own screens and routes write, where dispatch has to live with it afterwards. */
export function checkWrites(strapi: Core.Strapi): void {
  const form = (event: WriteEvent) => checkForm(dataOf(event))
  strapi.db.lifecycles.subscribe({ models: FORMS, beforeCreate: form, beforeUpdate: form, beforeUpdateMany: form })
  const settings = async (event: WriteEvent) => {
    const kept = await service(strapi, 'dispatch', 'settings').read()
    checkSettings({ ...kept }, dataOf(event))
  }
  const keepOne = () => {
    throw new errors.ForbiddenError('The settings of dispatch can be changed, not removed or doubled')
  }
  strapi.db.lifecycles.subscribe({
    models: ['plugin::dispatch.setting'],
    beforeCreate: keepOne,
    beforeCreateMany: keepOne,
    beforeUpdate: settings,
    beforeUpdateMany: settings,
    beforeDelete: keepOne,
    beforeDeleteMany: keepOne,
  })
}

function dataOf({ params }: WriteEvent): Data {
  return typeof params.data === 'object' && params.data !== null ? { ...params.data } : {}
}

/** A JSON column may be written as text. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}

/** A form that cannot be checked by would stop every order of the item. */
function checkForm({ form }: Data): void {
  if (form === undefined || form === null) return
  const checked = checkFormSchema(parsed(form))
  if (!checked.ok) throw invalid('form', checked.details['errors'])
}

function checkSettings(kept: Data, written: Data): void {
  const next = Object.fromEntries(
    Object.keys(DispatchSettings.shape).map((key) => [
      key,
      parsed(written[key] === undefined ? kept[key] : written[key]),
    ]),
  )
  const checked = DispatchSettings.safeParse(next)
  if (!checked.success) throw invalid('settings', inputErrorsOf(checked.error))
}

function invalid(what: string, details: unknown): Error {
  return new errors.ValidationError(`Invalid ${what}`, { code: `${what}_invalid`, errors: details })
}
