import { useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Flex, Input } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QuickReasons } from '../components/QuickReasons'
import { useIsPhone } from '../components/useIsPhone'
import { useRefusalText } from '../components/useRefusalText'
import { countOf, linesOf, runLines } from './bulk'
import type { BulkAction, BulkLine, LineState } from './bulk'

interface BulkDialogProps {
  action: BulkAction<unknown>
  rows: readonly unknown[]
  nameOf: (row: unknown) => string
  /** Told whether anything was tried. */
  onClose: (isChanged: boolean) => void
}

const REASON_LENGTH_MIN = 2
const REASON_LENGTH_MAX = 500

type Stage = 'asks' | 'runs' | 'over'

/** Says what follows, does it line by line, and says of each how it fared; can be stopped, and undone where that goes. */
export function BulkDialog({ action, rows, nameOf, onClose }: BulkDialogProps) {
  const { t } = useTranslation(['lists', 'common'])
  const isPhone = useIsPhone()
  const client = useQueryClient()
  const [stage, setStage] = useState<Stage>('asks')
  const [lines, setLines] = useState<BulkLine<unknown>[]>(() => linesOf(rows))
  const [reason, setReason] = useState('')
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const needsReason = action.reasons !== undefined
  const isReady = !needsReason || reason.trim().length >= REASON_LENGTH_MIN

  async function run(act: (row: unknown) => Promise<unknown>, from: LineState, done: LineState): Promise<void> {
    const control = new AbortController()
    running.current = control
    setStage('runs')
    await runLines({
      lines,
      act,
      done,
      isFor: ({ state }) => state === from,
      onChange: setLines,
      signal: control.signal,
    })
    setStage('over')
    await client.invalidateQueries()
  }
  const carryOut = () => void run((row) => action.act(row, reason.trim()), 'waiting', 'done')
  const { undo } = action
  const takeBack = undo === undefined ? null : () => void run(undo, 'done', 'undone')
  const done = countOf(lines, 'done')

  return (
    <Drawer
      open
      title={t('bulk.title', { verb: action.label, count: rows.length })}
      placement={isPhone ? 'bottom' : 'right'}
      {...(isPhone ? { height: '92dvh' } : { width: 480 })}
      onClose={() => onClose(stage !== 'asks')}
      footer={
        <Flex gap={8} justify="end">
          {stage === 'asks' && (
            <>
              <Button onClick={() => onClose(false)}>{t('common:action.notNow')}</Button>
              <Button type="primary" danger={action.isHarsh === true} disabled={!isReady} onClick={carryOut}>
                {action.label}
              </Button>
            </>
          )}
          {stage === 'runs' && <Button onClick={() => running.current?.abort()}>{t('bulk.stop')}</Button>}
          {stage === 'over' && (
            <>
              {takeBack !== null && done > 0 && <Button onClick={takeBack}>{t('bulk.undo', { count: done })}</Button>}
              <Button type="primary" onClick={() => onClose(true)}>
                {t('common:action.close')}
              </Button>
            </>
          )}
        </Flex>
      }
    >
      <Flex vertical gap={16}>
        {stage === 'asks' && <div>{action.consequence(rows.length)}</div>}
        {stage === 'asks' && needsReason && (
          <Reason value={reason} reasons={action.reasons ?? {}} onChange={setReason} />
        )}
        {stage !== 'asks' && (
          <div role="status" className="num">
            {t(stage === 'runs' ? 'bulk.running' : 'bulk.over', {
              done: countOf(lines, 'done', 'undone'),
              refused: countOf(lines, 'refused'),
              count: lines.length,
            })}
          </div>
        )}
        <ul className="list-results" aria-label={t('bulk.results')}>
          {lines.map((line, index) => (
            <Line
              key={index}
              line={line}
              name={nameOf(line.row)}
              isAsked={stage === 'asks'}
              namespace={action.namespace}
            />
          ))}
        </ul>
      </Flex>
    </Drawer>
  )
}

interface LineProps {
  line: BulkLine<unknown>
  name: string
  /** Nothing has begun: how a row fares is not yet to be said. */
  isAsked: boolean
  namespace: string | undefined
}

const SIGN: Readonly<Record<LineState, string>> = {
  waiting: '·',
  running: '…',
  done: '✓',
  refused: '✕',
  left: '–',
  undone: '↶',
}

function Line({ line: { state, error }, name, isAsked, namespace }: LineProps) {
  const { t } = useTranslation('lists')
  const textOf = useRefusalText(namespace)
  return (
    <li>
      <span>{name}</span>
      {!isAsked && (
        <span data-state={state}>
          <span aria-hidden="true">{SIGN[state]}</span> {t(`bulk.state.${state}`)}
        </span>
      )}
      {error !== null && <span className="list-why">{textOf(error)}</span>}
    </li>
  )
}

interface ReasonProps {
  value: string
  reasons: Readonly<Record<string, string>>
  onChange: (reason: string) => void
}

function Reason({ value, reasons, onChange }: ReasonProps) {
  const { t } = useTranslation('lists')
  const field = useId()
  return (
    <Flex vertical gap={8}>
      <label htmlFor={field}>{t('bulk.reason')}</label>
      <Input.TextArea
        id={field}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={REASON_LENGTH_MAX}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <QuickReasons reasons={reasons} chosen={value} onChoose={onChange} />
    </Flex>
  )
}
