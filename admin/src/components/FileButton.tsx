import { Button } from 'antd'
import { useRef } from 'react'
import type { ChangeEvent, ReactNode } from 'react'

interface FileButtonProps {
  id?: string
  icon: ReactNode
  label: string
  accept: string
  isCamera?: boolean
  onFiles: (files: File[]) => void
}

/** A button that opens the phone's camera, or its files. */
export function FileButton({ id, icon, label, accept, isCamera = false, onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  function choose(event: ChangeEvent<HTMLInputElement>): void {
    onFiles(Array.from(event.target.files ?? []))
    event.target.value = ''
  }
  return (
    <div style={{ flex: 1 }}>
      <input
        ref={input}
        {...(id === undefined ? {} : { id })}
        type="file"
        accept={accept}
        {...(isCamera ? { capture: 'environment' } : { multiple: true })}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        onChange={choose}
      />
      <Button block icon={icon} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </div>
  )
}
