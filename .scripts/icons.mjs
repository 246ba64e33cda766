/**
 * Draws the icons of the installed apps from the product's mark (admin/public/favicon.svg): as it is, filling the whole
 * square for systems that cut their own shape, and for phones that take no transparency.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { ROOT } from './secrets.mjs'

const sharp = createRequire(path.join(ROOT, 'seeds', 'package.json'))('sharp')
const PUBLIC = path.join(ROOT, 'admin', 'public')
const mark = readFileSync(path.join(PUBLIC, 'favicon.svg'), 'utf8')
const ground = /<rect [^>]*fill="([^"]+)"/.exec(mark)?.[1]
if (ground === undefined) throw new Error('The mark has no ground')

/** Systems cut a circle of four fifths: the house has to stay inside of it. */
const SAFE = 0.8

await draw('icon-192.png', 192, 1)
await draw('icon-512.png', 512, 1)
await draw('maskable-512.png', 512, SAFE)
await draw('apple-touch-icon.png', 180, 0.9)

async function draw(name, size, part) {
  const inner = Math.round(size * part)
  const house = await sharp(Buffer.from(mark), { density: (72 * inner) / 32 })
    .resize(inner, inner)
    .png()
    .toBuffer()
  const fill = part === 1 ? { r: 0, g: 0, b: 0, alpha: 0 } : ground
  const image = sharp({ create: { width: size, height: size, channels: 4, background: fill } }).composite([
    { input: house },
  ])
  const opaque = part === 1 ? image : image.flatten({ background: ground })
  await opaque.png({ compressionLevel: 9, palette: true }).toFile(path.join(PUBLIC, 'icons', name))
}
