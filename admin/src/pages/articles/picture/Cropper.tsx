import { Flex, Segmented } from 'antd'
import { useRef, useState } from 'react'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { ReactCrop } from 'react-image-crop'
import type { PercentCrop } from 'react-image-crop'
import 'react-image-crop/dist/ReactCrop.css'
import { useIsPhone } from '../../../components/useIsPhone'
import { SIDES, largestPart } from './crop'
import type { Part, Sides } from './crop'

interface CropperProps {
  url: string
  canCrop: boolean
  sides: Sides
  /** A picture that is in the article already is shown whole first. */
  isNew: boolean
  onChange: (part: Part) => void
}

const HANDLES = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const
const SIDES_OFFERED = Object.keys(SIDES) as Sides[]
/** Both handles of a side have room beside each other. */
const THUMB_PX = 44
const SMALLEST_PX = 96
const HANDLES_STYLE = {
  '--rc-drag-handle-mobile-size': `${THUMB_PX}px`,
  '--rc-drag-handle-bg-colour': 'rgb(255 255 255 / 30%)',
} as CSSProperties
const TALLEST = 'min(420px, 38dvh)'

/** A picture, and the part of it that is kept: by dragging, or with the arrow keys on the part and its handles. */
export function Cropper({ url, canCrop, sides, isNew, onChange }: CropperProps) {
  const { t } = useTranslation('articles')
  const isPhone = useIsPhone()
  const [chosen, setChosen] = useState<Sides>(isNew ? sides : 'free')
  const [crop, setCrop] = useState<PercentCrop>()
  const image = useRef<HTMLImageElement>(null)
  const ratio = SIDES[chosen]

  function put(next: Sides): void {
    setChosen(next)
    const { naturalWidth = 0, naturalHeight = 0 } = image.current ?? {}
    if (naturalWidth === 0 || naturalHeight === 0) return
    const part = largestPart(naturalWidth, naturalHeight, SIDES[next])
    setCrop({ ...part, unit: '%' })
    onChange(part)
  }

  const picture = (
    <img
      ref={image}
      src={url}
      alt={t('picture.chosen')}
      style={{ display: 'block', maxWidth: '100%', maxHeight: TALLEST }}
      onLoad={() => put(chosen)}
    />
  )
  if (!canCrop) return picture
  return (
    <Flex vertical gap={isPhone ? THUMB_PX / 2 + 8 : 8} align="flex-start">
      <ReactCrop
        {...(crop === undefined ? {} : { crop })}
        {...(ratio === null ? {} : { aspect: ratio })}
        keepSelection
        minWidth={SMALLEST_PX}
        style={HANDLES_STYLE}
        ruleOfThirds
        ariaLabels={{
          cropArea: t('picture.part'),
          ...(Object.fromEntries(
            HANDLES.map((handle) => [`${handle}DragHandle`, t(`picture.handle.${handle}`)]),
          ) as Record<`${(typeof HANDLES)[number]}DragHandle`, string>),
        }}
        onChange={(_pixels, percent) => setCrop(percent)}
        onComplete={(_pixels, percent) => onChange(percent)}
      >
        {picture}
      </ReactCrop>
      <Segmented<Sides>
        value={chosen}
        options={SIDES_OFFERED.map((value) => ({ value, label: t(`picture.sides.${value}`) }))}
        aria-label={t('picture.sidesLabel')}
        onChange={put}
      />
    </Flex>
  )
}
