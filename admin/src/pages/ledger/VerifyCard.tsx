import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons'
import type { Verification } from '@practice/scoring/contracts'
import { Alert, Button, Card, Flex, Progress } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalAlert } from '../../components/RefusalAlert'
import { When } from '../../components/When'
import { useTones } from '../../theme/useTones'
import { grouped } from '../../scoring/words/points'
import { verifyLedger } from './verify'
import type { VerifyProgress } from './verify'

/** Recomputes the ledger from its first entry, with progress; one may leave or cancel, nothing is changed by it. */
export function VerifyCard({ site }: { site: string | null }) {
  const { t } = useTranslation(['ledger', 'common'])
  const running = useRef<AbortController | null>(null)
  const [progress, setProgress] = useState<VerifyProgress | null>(null)
  const [result, setResult] = useState<Verification | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => () => running.current?.abort(), [])

  async function verify(): Promise<void> {
    const leaving = new AbortController()
    running.current = leaving
    setError(null)
    setResult(null)
    setProgress({ checked: 0, of: 0 })
    try {
      setResult(await verifyLedger(site, setProgress, leaving.signal))
    } catch (cause) {
      if (!leaving.signal.aborted) setError(cause)
    } finally {
      if (running.current === leaving) setProgress(null)
    }
  }
  function cancel(): void {
    running.current?.abort()
    setProgress(null)
  }

  return (
    <Card
      size="small"
      title={t('verify.title')}
      extra={
        progress === null ? (
          <Button size="small" onClick={() => void verify()}>
            {t('verify.start')}
          </Button>
        ) : (
          <Button size="small" onClick={cancel}>
            {t('common:action.cancel')}
          </Button>
        )
      }
    >
      <Flex vertical gap={8} aria-live="polite">
        {progress === null && result === null && error === null && (
          <span className="record-quiet">{t('verify.hint')}</span>
        )}
        {progress !== null && <Running progress={progress} />}
        <RefusalAlert error={error} namespace="scoring" />
        {result !== null && <Result result={result} />}
      </Flex>
    </Card>
  )
}

function Running({ progress: { checked, of } }: { progress: VerifyProgress }) {
  const { t } = useTranslation('ledger')
  return (
    <div>
      <Progress percent={of === 0 ? 0 : Math.floor((checked / of) * 100)} status="active" size="small" />
      <span className="num record-quiet">{t('verify.progress', { checked: grouped(checked), of: grouped(of) })}</span>
    </div>
  )
}

function Result({ result }: { result: Verification }) {
  const { t } = useTranslation('ledger')
  const tones = useTones()
  const Sign = result.ok ? CheckCircleOutlined : WarningOutlined
  const facts = [
    { name: t('verify.accounts'), value: grouped(result.accounts) },
    { name: t('verify.transfers'), value: grouped(result.transfers) },
    { name: t('verify.entries'), value: grouped(result.entries) },
    { name: t('verify.sum'), value: grouped(result.sum) },
  ]
  return (
    <>
      <strong style={{ color: tones[result.ok ? 'done' : 'overdue'].text, fontSize: 16 }}>
        <Sign /> {t(result.ok ? 'verify.ok' : 'verify.broken', { count: result.broken.length })}
      </strong>
      <dl className="ledger-facts">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="record-quiet">
        {t('verify.head')} <code className="ledger-hash">{result.head}</code>
      </div>
      <div className="record-quiet">
        {t('verify.at')} <When at={result.at} withTime />
      </div>
      {result.broken.length > 0 && <Broken broken={result.broken} />}
    </>
  )
}

/** Where it is broken: the account, the entry and what is wrong with it. */
function Broken({ broken }: Pick<Verification, 'broken'>) {
  const { t } = useTranslation('ledger')
  return (
    <Alert
      type="error"
      message={t('verify.where')}
      description={
        <ul className="ledger-broken">
          {broken.map((line, index) => (
            <li key={`${line.account ?? ''}:${line.sequence ?? ''}:${index}`}>
              <strong>{line.account ?? t('verify.whole')}</strong>
              {line.sequence !== null && (
                <span className="num"> {t('verify.entry', { sequence: line.sequence })}</span>
              )}{' '}
              {t(`break.${line.kind}`)}
              <div className="record-quiet">{line.text}</div>
            </li>
          ))}
        </ul>
      }
    />
  )
}
