import type { Order, Verb } from '@practice/dispatch/contracts'
import { Button } from 'antd'
import type { ButtonProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { CommandButton } from '../../commands/CommandButton'
import { inOrderOfWeight } from '../../commands/verbs'
import type { DialogVerb } from '../../commands/verbs'

function isDialogVerb(verb: Verb): verb is DialogVerb {
  return verb !== 'dispatch'
}

interface InboxActionsProps {
  order: Order
  onDone?: (order: Order) => void
}

/** The verbs that the server allows, the main one wide and last, at the thumb. Completing has a page of its own. */
export function InboxActions({ order, onDone }: InboxActionsProps) {
  const verbs = inOrderOfWeight(order.allowed).filter(isDialogVerb)
  const [main, ...others] = verbs
  if (main === undefined) return null
  return (
    <div className="inbox-actions">
      {others.map((verb) => (
        <VerbButton key={verb} verb={verb} order={order} onDone={onDone} />
      ))}
      <div className="inbox-main">
        <VerbButton verb={main} order={order} onDone={onDone} type="primary" block />
      </div>
    </div>
  )
}

interface VerbButtonProps extends Pick<ButtonProps, 'type' | 'block'> {
  verb: DialogVerb
  order: Order
  onDone: InboxActionsProps['onDone'] | undefined
}

function VerbButton({ verb, order, onDone, ...button }: VerbButtonProps) {
  const { t } = useTranslation('common')
  const navigate = useNavigate()
  if (verb === 'complete') {
    return (
      <Button {...button} onClick={() => void navigate(`/inbox/${order.documentId}?do=complete`)}>
        {t('verb.complete')}
      </Button>
    )
  }
  return <CommandButton {...button} verb={verb} order={order} onDone={(done) => onDone?.(done)} />
}
