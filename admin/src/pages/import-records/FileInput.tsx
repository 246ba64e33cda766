import { DeleteOutlined, FileExcelOutlined, UploadOutlined } from '@ant-design/icons'
import { Alert, Button, Flex } from 'antd'
import { useRef, useState } from 'react'
import type { DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { fileProblem } from './sheet'

interface FileInputProps {
  file: File | null
  isDisabled: boolean
  onChange: (file: File | null) => void
}

/** Takes one sheet, chosen or dropped. */
export function FileInput({ file, isDisabled, onChange }: FileInputProps) {
  const { t } = useTranslation('import-records')
  const input = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<string | null>(null)

  function take(chosen: File | undefined): void {
    if (chosen === undefined) return
    const problem = fileProblem(chosen)
    setRefused(problem === null ? null : t(`file.${problem}`, { name: chosen.name }))
    if (problem === null) onChange(chosen)
  }

  function drop(event: DragEvent): void {
    event.preventDefault()
    if (!isDisabled) take(event.dataTransfer.files[0])
  }

  return (
    <Flex vertical gap={8} align="start" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <input
        ref={input}
        type="file"
        accept=".xlsx"
        aria-label={t('file.choose')}
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      {file !== null && (
        <Flex gap={8} align="center" wrap>
          <FileExcelOutlined />
          <strong>{file.name}</strong>
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('file.remove', { name: file.name })}
            disabled={isDisabled}
            onClick={() => onChange(null)}
          />
        </Flex>
      )}
      <Button icon={<UploadOutlined />} disabled={isDisabled} onClick={() => input.current?.click()}>
        {t(file === null ? 'file.choose' : 'file.another')}
      </Button>
      {refused !== null && <Alert role="alert" type="warning" showIcon message={refused} />}
    </Flex>
  )
}
