import type { Editor } from '@tiptap/react'
import { Button, Flex, Input, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linkOf } from './link'

interface LinkFormProps {
  editor: Editor
  onDone: () => void
}

/** Sets, changes or takes away the link at the cursor; without a chosen text the address itself is written. */
export function LinkForm({ editor, onDone }: LinkFormProps) {
  const { t } = useTranslation('articles')
  const present = String(editor.getAttributes('link').href ?? '')
  const [address, setAddress] = useState(present)
  const [isWrong, setIsWrong] = useState(false)

  function apply(): void {
    const href = linkOf(address)
    if (href === null) {
      setIsWrong(true)
      return
    }
    const chain = editor.chain().focus()
    if (editor.state.selection.empty && present === '') {
      chain.insertContent({ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] }).run()
    } else {
      chain.extendMarkRange('link').setLink({ href }).run()
    }
    onDone()
  }

  function remove(): void {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    onDone()
  }

  return (
    <form
      style={{ width: 320, maxWidth: '80vw' }}
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        apply()
      }}
    >
      <Flex vertical gap={8}>
        <label htmlFor="link-address">{t('editor.linkAddress')}</label>
        <Input
          id="link-address"
          autoFocus
          inputMode="url"
          value={address}
          status={isWrong ? 'error' : ''}
          onChange={(event) => {
            setAddress(event.target.value)
            setIsWrong(false)
          }}
        />
        {isWrong && (
          <Typography.Text type="danger" role="alert">
            {t('editor.linkWrong')}
          </Typography.Text>
        )}
        <Flex gap={8}>
          <Button type="primary" htmlType="submit">
            {t('common:action.ok')}
          </Button>
          {present !== '' && <Button onClick={remove}>{t('editor.unlink')}</Button>}
        </Flex>
      </Flex>
    </form>
  )
}
