/** Looks at one frame; gives the text of the QR code in it, or null. */
export type Reader = (video: HTMLVideoElement) => Promise<string | null>

interface DetectedCode {
  rawValue: string
}
interface Detector {
  detect: (source: CanvasImageSource) => Promise<DetectedCode[]>
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector
  getSupportedFormats: () => Promise<string[]>
}

/** Wider frames take longer and show no more of a code that fills a third of them. */
const FRAME_PX = 640

/** Whether there is a camera that this page may ask for; without a secure connection there is none. */
export async function hasCamera(): Promise<boolean> {
  try {
    const devices = await navigator.mediaDevices.enumerateDevices()
    return devices.some(({ kind }) => kind === 'videoinput')
  } catch {
    return false
  }
}

/** The camera on the back of the phone, where it has one. Throws when it is refused. */
export function openCamera(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false })
}

/** The browser's own reader where it has one, else a library, which is fetched then. */
export async function openReader(): Promise<Reader> {
  return (await ownReader()) ?? libraryReader()
}

async function ownReader(): Promise<Reader | null> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass }
  if (BarcodeDetector === undefined) return null
  if (!(await BarcodeDetector.getSupportedFormats()).includes('qr_code')) return null
  const detector = new BarcodeDetector({ formats: ['qr_code'] })
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null
}

async function libraryReader(): Promise<Reader> {
  const { default: jsQR } = await import('jsqr')
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return async (video) => {
    const scale = Math.min(1, FRAME_PX / Math.max(1, video.videoWidth))
    canvas.width = Math.round(video.videoWidth * scale)
    canvas.height = Math.round(video.videoHeight * scale)
    if (context === null || canvas.width === 0 || canvas.height === 0) return null
    context.drawImage(video, 0, 0, canvas.width, canvas.height)
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height)
    return jsQR(data, width, height)?.data ?? null
  }
}
