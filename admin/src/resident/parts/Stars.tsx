import { useTranslation } from 'react-i18next'
import { StarSign } from './signs'

const STARS = [1, 2, 3, 4, 5] as const

interface StarsProps {
  stars: number
  onChange: (stars: number) => void
}

/** One to five stars, chosen by touch or with the arrow keys. */
export function StarsInput({ stars, onChange }: StarsProps) {
  const { t } = useTranslation('resident')
  return (
    <fieldset className="my-stars">
      <legend className="my-label">{t('rate.stars')}</legend>
      <div>
        {STARS.map((count) => (
          <label key={count}>
            <input
              type="radio"
              name="my-stars"
              value={count}
              checked={stars === count}
              onChange={() => onChange(count)}
            />
            <StarSign isOn={count <= stars} />
            <span className="visually-hidden">{t('rate.count', { count })}</span>
          </label>
        ))}
      </div>
      <p className="my-quiet">{stars === 0 ? t('rate.none') : t(`rate.words.${stars}`)}</p>
    </fieldset>
  )
}

/** Stars that were given. */
export function Stars({ stars }: { stars: number }) {
  const { t } = useTranslation('resident')
  return (
    <span className="my-given" role="img" aria-label={t('rate.count', { count: stars })}>
      {STARS.map((count) => (
        <StarSign key={count} isOn={count <= stars} />
      ))}
    </span>
  )
}
