import type { Order } from '@practice/dispatch/contracts'
import { Button } from 'antd'
import type { ButtonProps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LazyCommandDialog } from './LazyCommandDialog'
import type { DialogVerb } from './verbs'

interface CommandButtonProps extends Pick<ButtonProps, 'type' | 'block' | 'size'> {
  verb: DialogVerb
  order: Order
  /** Called with the order as it is after the verb. */
  onDone?: (order: Order) => void
}

/** The button of one allowed verb; asks for what the verb takes, then carries it out. */
export function CommandButton({ verb, order, onDone, ...button }: CommandButtonProps) {
  const { t } = useTranslation('common')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button {...button} onClick={() => setIsOpen(true)}>
        {t(`verb.${verb}`)}
      </Button>
      {isOpen && (
        <LazyCommandDialog
          verb={verb}
          order={order}
          isOpen
          onClose={() => setIsOpen(false)}
          onDone={(done) => onDone?.(done)}
        />
      )}
    </>
  )
}
