import type { Core } from '@strapi/types'

/** How far the sample has come in a database. */
export type Progress = 'begun' | 'done'

const KEY = { key: 'sample' }

function store(strapi: Core.Strapi) {
  return strapi.store({ type: 'core', name: 'seeds' })
}

/** How far the sample has come here; null when it was never begun. */
export async function sampleProgress(strapi: Core.Strapi): Promise<Progress | null> {
  return ((await store(strapi).get(KEY)) as Progress | null | undefined) ?? null
}

/** Keeps that the sample is begun, before its first row, and that it is done, after its last. */
export async function keepProgress(strapi: Core.Strapi, progress: Progress): Promise<void> {
  const before = await sampleProgress(strapi)
  if (before !== 'done') await store(strapi).set({ ...KEY, value: progress })
}
