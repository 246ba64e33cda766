import type { Core } from '@strapi/types'
import { documentIdOf } from '../document-id'
import { storePicture, type FileSeed } from '../files'
import { scene } from '../images'
import type { Act } from './acts'
import type { Village } from './village'

/** The documentId of the file that is filed with a score; each score has a file of its own. */
export function evidenceIdOf(siteCode: string, key: string): string {
  return documentIdOf('score evidence', `${siteCode}:${key}`)
}

/** Stores a picture for every score that has one, as its recorder uploaded it: it belongs to nothing until it is filed. */
export async function storeEvidence(
  strapi: Core.Strapi,
  { site, admin }: Village,
  acts: readonly Act[],
): Promise<FileSeed[]> {
  const files: FileSeed[] = []
  for (const act of acts) {
    if (act.kind !== 'score' || act.score.picture === null) continue
    const { key, picture, rule } = act.score
    const name = `积分佐证 ${rule} ${files.length + 1}`
    const about = { documentId: evidenceIdOf(site.code, key), name, alternativeText: `${name}（示例图片）` }
    const stored = { ...about, uploader: admin.username, at: act.at, owner: null }
    files.push(await storePicture(strapi, await scene(picture), stored))
  }
  return files
}
