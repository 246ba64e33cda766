import sharp from 'sharp'
import { randomOf, type Random } from './random'

/** A picture that was made here, with nothing and nobody real in it. */
export interface Picture {
  bytes: Buffer
  width: number
  height: number
  mime: 'image/webp' | 'image/jpeg'
}

/** Two colours of the sky and one of the hills, by theme. */
const COVER_COLOURS: Readonly<Record<string, readonly [string, string, string]>> = {
  theory: ['#fde7d7', '#d9603b', '#7a2a17'],
  policy: ['#fdf0cf', '#e0993a', '#7c4a12'],
  values: ['#fbe0df', '#c7361b', '#6e1a10'],
  culture: ['#efe3fa', '#8a63c4', '#3f2670'],
  customs: ['#e3f3e6', '#5aa56c', '#1f5a31'],
  service: ['#e0effb', '#4f8fc9', '#1c4a78'],
}
const COVER = { width: 960, height: 540 } as const
const PHOTO = { width: 480, height: 360 } as const

/** The cover of an article: hills under a sky in the colours of its theme. `name` decides their shape. */
export async function cover(name: string, theme: string): Promise<Picture> {
  const random = randomOf(`cover:${name}`)
  const [light, deep, hills] = COVER_COLOURS[theme] ?? ['#f0f0f0', '#999999', '#333333']
  const { width, height } = COVER
  const body =
    sky(light, deep, COVER) +
    circle(random.integer(120, 840), random.integer(90, 210), random.integer(40, 80), '#ffffff', 0.55) +
    hill(random, COVER, 0.62, hills, 0.35) +
    hill(random, COVER, 0.74, hills, 0.55) +
    hill(random, COVER, 0.86, hills, 0.85)
  return { bytes: await sharp(svg(body, COVER)).webp({ quality: 78 }).toBuffer(), width, height, mime: 'image/webp' }
}

/** A picture in the place of a photograph of the work: a yard with a house, at some hour of the day. */
export async function photo(name: string): Promise<Picture> {
  const random = randomOf(`photo:${name}`)
  const { width, height } = PHOTO
  const left = random.integer(40, 240)
  const roof = random.integer(110, 170)
  const wall = `hsl(${random.integer(20, 45)} 40% ${random.integer(55, 80)}%)`
  const body =
    sky(`hsl(${random.integer(190, 220)} 70% 88%)`, `hsl(${random.integer(200, 215)} 45% 62%)`, PHOTO) +
    hill(random, PHOTO, 0.5, '#6b7d4f', 0.7) +
    `<rect x="0" y="255" width="${width}" height="105" fill="hsl(${random.integer(28, 45)} 30% 58%)"/>` +
    `<rect x="${left}" y="${roof}" width="200" height="125" fill="${wall}"/>` +
    `<path d="M${left - 15} ${roof} L${left + 100} ${roof - 55} L${left + 215} ${roof} Z" fill="#8a3a2a"/>` +
    `<rect x="${left + 80}" y="${roof + 55}" width="42" height="70" fill="#5a3b26"/>` +
    circle(random.integer(30, 450), random.integer(30, 90), random.integer(12, 26), '#fff4c2', 0.9)
  return { bytes: await sharp(svg(body, PHOTO)).jpeg({ quality: 72 }).toBuffer(), width, height, mime: 'image/jpeg' }
}

const SCENE_SHAPES = 14

/**
 * A picture in the place of a photograph that was filed for points: patches of light and shade, people among them. No
 * two look alike, so that the comparison of photos finds the same one only where it is filed twice.
 */
export async function scene(name: string): Promise<Picture> {
  const random = randomOf(`scene:${name}`)
  const { width, height } = PHOTO
  const hue = random.integer(20, 210)
  const patch = (): string => {
    const x = random.integer(-60, width - 60)
    const y = random.integer(-40, height - 60)
    const colour = `hsl(${hue + random.integer(-30, 30)} 35% ${random.integer(12, 92)}%)`
    const size = `width="${random.integer(70, 230)}" height="${random.integer(60, 200)}"`
    return `<rect x="${x}" y="${y}" ${size} rx="10" fill="${colour}"/>`
  }
  const person = (): string => {
    const x = random.integer(20, width - 20)
    const y = random.integer(170, 250)
    const coat = `hsl(${random.integer(0, 359)} 45% ${random.integer(25, 60)}%)`
    return (
      `<rect x="${x - 14}" y="${y}" width="28" height="86" rx="12" fill="${coat}"/>` +
      circle(x, y - 12, 13, '#d9a987', 1)
    )
  }
  const times = (count: number, draw: () => string): string => Array.from({ length: count }, draw).join('')
  const body =
    sky(`hsl(${hue} 40% 85%)`, `hsl(${hue} 30% 55%)`, PHOTO) +
    times(SCENE_SHAPES, patch) +
    times(random.integer(2, 6), person)
  return { bytes: await sharp(svg(body, PHOTO)).jpeg({ quality: 60 }).toBuffer(), width, height, mime: 'image/jpeg' }
}

interface Size {
  width: number
  height: number
}

function svg(body: string, { width, height }: Size): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`)
}

function sky(from: string, to: string, { width, height }: Size): string {
  const stops = `<stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/>`
  return (
    `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">${stops}</linearGradient></defs>` +
    `<rect width="${width}" height="${height}" fill="url(#sky)"/>`
  )
}

function circle(x: number, y: number, radius: number, fill: string, opacity: number): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" opacity="${opacity}"/>`
}

/** A line of hills about `level` of the height down. */
function hill(random: Random, { width, height }: Size, level: number, fill: string, opacity: number): string {
  const y = height * level
  const at = (): number => Math.round(y + (random.fraction() - 0.5) * height * 0.22)
  const line = `M0 ${at()} C ${width * 0.25} ${at()} ${width * 0.35} ${at()} ${width * 0.5} ${at()}`
  return `<path d="${line} S ${width * 0.8} ${at()} ${width} ${at()} L${width} ${height} L0 ${height} Z" fill="${fill}" opacity="${opacity}"/>`
}
