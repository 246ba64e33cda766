import { CheckCircleOutlined, QuestionCircleOutlined, TeamOutlined } from '@ant-design/icons'
import type { Consent } from '@practice/access/contracts'
import { useTranslation } from 'react-i18next'
import { ToneTag } from '../../components/StateTag'

const SIGNS = { nobody: TeamOutlined, given: CheckCircleOutlined, guardian: CheckCircleOutlined } as const

/** What is known of the people in a picture. */
export function ConsentTag({ consent }: { consent: Consent | null }) {
  const { t } = useTranslation('articles')
  if (consent === null) {
    return (
      <ToneTag tone="waiting" sign={<QuestionCircleOutlined />}>
        {t('consentShort.unknown')}
      </ToneTag>
    )
  }
  const Sign = SIGNS[consent]
  return (
    <ToneTag tone={consent === 'nobody' ? 'closed' : 'done'} sign={<Sign />}>
      {t(`consentShort.${consent}`)}
    </ToneTag>
  )
}
