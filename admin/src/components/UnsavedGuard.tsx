import { Modal } from 'antd'
import { useEffect } from 'react'
import { useBlocker } from 'react-router'

interface UnsavedGuardProps {
  /** Asked when somebody is about to leave: whether something would be lost. */
  isUnsaved: () => boolean
  title: string
  content: string
  /** The button that leaves, and the one that stays. */
  leave: string
  stay: string
}

/** Asks before unsaved changes are left behind: by a link, the back button, a closed drawer or a closed window. */
export function UnsavedGuard({ isUnsaved, title, content, leave, stay }: UnsavedGuardProps) {
  const blocker = useBlocker(isUnsaved)

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isUnsaved()) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isUnsaved])

  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={title}
      okText={leave}
      cancelText={stay}
      okButtonProps={{ danger: true }}
      onOk={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
      width={416}
      destroyOnHidden
    >
      {content}
    </Modal>
  )
}
