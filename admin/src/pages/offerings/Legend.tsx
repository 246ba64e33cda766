import { Flex, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { classOf, signOf, useCellWords } from './Cell'
import { useCellColours } from './Matrix'
import type { CellView } from './matrix-model'

type Sample = Pick<CellView, 'mark' | 'isOffered' | 'hasDetails'>

const SAMPLES: readonly Sample[] = [
  { mark: 'inherited', isOffered: true, hasDetails: false },
  { mark: 'inherited', isOffered: false, hasDetails: false },
  { mark: 'on', isOffered: true, hasDetails: false },
  { mark: 'off', isOffered: false, hasDetails: false },
  { mark: 'inherited', isOffered: true, hasDetails: true },
]

/** What the signs of the matrix mean, and how it is worked. */
export function Legend() {
  const { t } = useTranslation('offerings')
  const colours = useCellColours()
  const words = useCellWords()
  return (
    <Flex wrap gap="4px 16px" align="center" style={colours}>
      {SAMPLES.map((sample) => (
        <Flex key={words(sample)} align="center" gap={2}>
          <span
            className={classOf({ ...sample, isPending: false })}
            style={{ width: 32, height: 24, cursor: 'default' }}
          >
            {signOf(sample.mark, sample.isOffered)}
          </span>
          <Typography.Text type="secondary">{sample.hasDetails ? t('legend.details') : words(sample)}</Typography.Text>
        </Flex>
      ))}
      <Typography.Text type="secondary">{t('legend.keys')}</Typography.Text>
    </Flex>
  )
}
