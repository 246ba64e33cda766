import { Drawer, Flex, Modal } from 'antd'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useIsPhone } from './useIsPhone'

interface DialogFrameProps {
  title: string
  isOpen: boolean
  onClose: () => void
  /** On a desktop, in pixels, where what is asked stands side by side. */
  width?: number
  /** The buttons. */
  footer: ReactNode
  children: ReactNode
}

/** A dialog; on a phone a sheet from below with its buttons at the thumb. */
export function DialogFrame({ title, isOpen, onClose, width, footer, children }: DialogFrameProps) {
  const isPhone = useIsPhone()
  const buttons = (
    <Flex gap={8} justify="end">
      {footer}
    </Flex>
  )
  if (isPhone) {
    return (
      <Drawer
        title={title}
        placement="bottom"
        height="auto"
        open={isOpen}
        onClose={onClose}
        footer={buttons}
        styles={{ wrapper: { maxHeight: '92dvh' }, content: { maxHeight: '92dvh' } }}
      >
        {children}
      </Drawer>
    )
  }
  return (
    <Modal
      title={title}
      open={isOpen}
      onCancel={onClose}
      footer={buttons}
      maskClosable={false}
      {...(width === undefined ? {} : { width })}
    >
      <Body>{children}</Body>
    </Modal>
  )
}

/**
 * What a dialog asks, with the focus in its first text: one types at once. Earlier, as with `autoFocus`, the dialog is
 * not drawn yet, and would not know where the focus came from. On a phone the keyboard would cover what else is offered.
 */
function Body({ children }: { children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const frame = requestAnimationFrame(() => body.current?.querySelector('textarea')?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  return <div ref={body}>{children}</div>
}
