/** A part of a picture, in percent of its sides. */
export interface Part {
  x: number
  y: number
  width: number
  height: number
}

const JPEG_QUALITY = 0.9
/** What is cut off by less than this is meant to be the whole. */
const WHOLE_PERCENT = 99

/** Sides that are often wanted, as width to height; null leaves them free. */
export const SIDES = { free: null, wide: 16 / 9, photo: 4 / 3, square: 1 } as const
export type Sides = keyof typeof SIDES

/** Whether a part is the picture itself. */
export function isWhole(part: Part | undefined): boolean {
  return part === undefined || part.width === 0 || (part.width > WHOLE_PERCENT && part.height > WHOLE_PERCENT)
}

/** The largest part of given sides that a picture holds, in its middle. */
export function largestPart(width: number, height: number, sides: number | null): Part {
  if (sides === null) return { x: 0, y: 0, width: 100, height: 100 }
  const isWider = width / height > sides
  const part = isWider
    ? { width: ((height * sides) / width) * 100, height: 100 }
    : { width: 100, height: (width / sides / height) * 100 }
  return { ...part, x: (100 - part.width) / 2, y: (100 - part.height) / 2 }
}

/** A part of a picture as a file of its own, upright as it was shown. Throws when the browser cannot read the picture. */
export async function partOf(file: File, part: Part): Promise<File> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const px = (percent: number, side: number) => Math.round((percent / 100) * side)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, px(part.width, picture.width))
  canvas.height = Math.max(1, px(part.height, picture.height))
  const from = { x: px(part.x, picture.width), y: px(part.y, picture.height) }
  const { width, height } = canvas
  canvas.getContext('2d')?.drawImage(picture, from.x, from.y, width, height, 0, 0, width, height)
  picture.close()
  // A photo stays a photo; what may be see-through keeps it.
  const type = file.type === 'image/jpeg' ? 'image/jpeg' : 'image/png'
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, JPEG_QUALITY))
  if (blob === null) throw new Error('the picture could not be written')
  return new File([blob], file.name, { type })
}
