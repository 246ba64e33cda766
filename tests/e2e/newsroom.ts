import { deflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'

/** A picture's words as they are asked for; what is left out stays open. */
export interface PictureWords {
  alt: string
  caption?: string
  /** The sides that it is cut to. */
  sides?: '16:9' | '4:3' | '1:1'
  /** The choice of what is known of the people in it. */
  consent?: '没有能认出来的人' | '本人已同意' | '有未成年人，监护人已同意'
}

/** Writes at the end of the body. */
export async function writeBody(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: '正文' }).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(text)
}

/** Puts a picture into the body: chosen, cut, described, uploaded. */
export async function insertPicture(page: Page, words: PictureWords): Promise<void> {
  await page.getByRole('textbox', { name: '正文' }).waitFor()
  await page.locator('input[type=file][aria-label="插入图片"]').setInputFiles({
    name: 'photo.png',
    mimeType: 'image/png',
    buffer: paintedPng(640, 480),
  })
  const dialog = page.getByRole('dialog', { name: '加图片' })
  await dialog.getByRole('img', { name: '选中的图片' }).waitFor()
  if (words.sides !== undefined) await dialog.getByText(words.sides, { exact: true }).click()
  await dialog.getByLabel('图里是什么').fill(words.alt)
  if (words.caption !== undefined) await dialog.getByLabel('图下说明').fill(words.caption)
  if (words.consent !== undefined) await dialog.getByLabel(words.consent).check()
  await dialog.getByRole('button', { name: '上传', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** A picture of many colours, as a file: what a server that looks at the content takes for one. */
export function paintedPng(width: number, height: number): Buffer {
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: width }, (__, x) => [(x * 255) / width, (y * 255) / height, 140]).flat()]),
  )
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** The checksum of PNG; Node has its own only from version 22 on. */
function crc32(data: Buffer): number {
  let crc = 0xffffffff
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
