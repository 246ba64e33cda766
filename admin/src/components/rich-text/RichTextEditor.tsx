import { Image } from '@tiptap/extension-image'
import { EditorContent, useEditor } from '@tiptap/react'
import type { Editor } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import { Alert, Button, Flex, Progress, theme } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalText } from '../useRefusalText'
import { Toolbar } from './Toolbar'
import { isPicture, uploadPicture } from './upload-picture'
import './rich-text.css'

interface RichTextEditorProps {
  id: string
  label: string
  /** The HTML to begin with; another one is another `key`. */
  initial: string
  isInvalid: boolean
  /** Where the buttons stay while one scrolls, in pixels from the top. */
  stickyTop: number
  onChange: (html: string) => void
}

interface Transfer {
  name: string
  share: number
  stop: () => void
}

/** Pictures are uploaded here: what was copied from elsewhere as a link is left out. */
const OwnImage = Image.extend({
  parseHTML: () => [{ tag: 'img[src^="/uploads/"]' }],
})

const EXTENSIONS = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    code: false,
    codeBlock: false,
    link: { openOnClick: false, defaultProtocol: 'https', protocols: ['http', 'https', 'mailto', 'tel'] },
  }),
  OwnImage.configure({ allowBase64: false }),
]

/** Writes a body: headings, lists, quotes, links and pictures, which may be pasted or dropped. */
export default function RichTextEditor({ id, label, initial, isInvalid, stickyTop, onChange }: RichTextEditorProps) {
  const { t } = useTranslation('articles')
  const { token } = theme.useToken()
  const { transfer, failure, sendAll, dismiss } = usePictures()
  const insert = useRef<(files: File[]) => void>(() => undefined)

  const editor = useEditor({
    extensions: EXTENSIONS,
    content: initial,
    onUpdate: ({ editor: current }) => onChange(current.isEmpty ? '' : current.getHTML()),
    editorProps: {
      attributes: {
        id,
        class: 'rich-text rich-text-editor',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
      },
      handlePaste: (_view, event) => takePictures(event.clipboardData, insert.current),
      handleDrop: (_view, event) => takePictures(event.dataTransfer, insert.current),
    },
  })

  useEffect(() => {
    insert.current = (files) => void sendAll(files, editor)
  })

  return (
    <div
      style={{
        border: `1px solid ${isInvalid ? token.colorError : token.colorBorder}`,
        borderRadius: token.borderRadius,
        background: token.colorBgContainer,
      }}
    >
      <Toolbar editor={editor} stickyTop={stickyTop} onPictures={(files) => void sendAll(files, editor)} />
      {transfer !== null && (
        <Flex align="center" gap={12} style={{ padding: '4px 16px' }} role="status">
          <span>{t('upload.busy', { name: transfer.name })}</span>
          <Progress percent={Math.round(transfer.share * 100)} size="small" style={{ flex: 1, margin: 0 }} />
          <Button size="small" onClick={transfer.stop}>
            {t('common:action.cancel')}
          </Button>
        </Flex>
      )}
      {failure !== null && (
        <Alert type="warning" showIcon closable message={failure} onClose={dismiss} banner role="alert" />
      )}
      <EditorContent editor={editor} />
    </div>
  )
}

/** Takes the pictures of what is pasted or dropped; false leaves everything else to the editor. */
function takePictures(data: DataTransfer | null, insert: (files: File[]) => void): boolean {
  const files = [...(data?.files ?? [])].filter(isPicture)
  if (files.length === 0) return false
  insert(files)
  return true
}

/** Uploads pictures one after another and puts each where the cursor is. */
function usePictures() {
  const { t } = useTranslation('articles')
  const textOf = useRefusalText('articles')
  const [transfer, setTransfer] = useState<Transfer | null>(null)
  const [failure, setFailure] = useState<string | null>(null)

  async function sendAll(files: readonly File[], editor: Editor): Promise<void> {
    setFailure(null)
    for (const file of files) {
      const stopping = new AbortController()
      const show = (share: number) => setTransfer({ name: file.name, share, stop: () => stopping.abort() })
      show(0)
      try {
        const { url } = await uploadPicture(file, { onProgress: show, signal: stopping.signal })
        editor.chain().focus().setImage({ src: url, alt: '' }).createParagraphNear().run()
      } catch (cause) {
        if (stopping.signal.aborted) break
        setFailure(t('upload.failed', { name: file.name, why: textOf(cause) }))
      }
    }
    setTransfer(null)
  }

  return { transfer, failure, sendAll, dismiss: () => setFailure(null) }
}
