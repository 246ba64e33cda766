import { EditorContent, useEditor } from '@tiptap/react'
import { Alert, theme } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { CSSProperties, MutableRefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Toolbar } from './Toolbar'
import type { RichTextControl } from './control'
import { controlOf } from './control'
import { EXTENSIONS } from './extensions'
import { cleanPaste } from './paste/clean-paste'
import { isPicture } from './upload-picture'
import './rich-text.css'

interface RichTextEditorProps {
  id: string
  label: string
  /** The HTML to begin with; another one is another `key`. */
  initial: string
  isInvalid: boolean
  /** Where the buttons stay while one scrolls, in pixels from the top. */
  stickyTop: number
  /** Filled while the editor stands. */
  control: MutableRefObject<RichTextControl | null>
  onChange: (html: string) => void
  /** Pictures were chosen, pasted or dropped. */
  onPictures: (files: File[]) => void
  /** What is known of a picture is to be changed. */
  onPicture: (url: string) => void
}

/** What ProseMirror puts into a clipboard by itself is clean already. */
const OWN_COPY = 'data-pm-slice'

/** Writes a body: headings, lists, quotes, tables, links and pictures; what is copied from Word comes in clean. */
export default function RichTextEditor(props: RichTextEditorProps) {
  const { id, label, initial, isInvalid, stickyTop, control, onChange, onPictures, onPicture } = props
  const { t } = useTranslation('articles')
  const { token } = theme.useToken()
  const [leftOut, setLeftOut] = useState(0)
  const insert = useRef(onPictures)

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
      transformPastedHTML(html) {
        if (html.includes(OWN_COPY)) return html
        const pasted = cleanPaste(html)
        setLeftOut(pasted.pictures)
        return pasted.html
      },
      handlePaste: (_view, event) => takePictures(event.clipboardData, insert.current),
      handleDrop: (_view, event) => takePictures(event.dataTransfer, insert.current),
    },
  })

  useEffect(() => {
    insert.current = onPictures
  })
  useEffect(() => {
    control.current = controlOf(editor)
    return () => {
      control.current = null
    }
  }, [control, editor])

  return (
    <div
      style={
        {
          border: `1px solid ${isInvalid ? token.colorError : token.colorBorder}`,
          borderRadius: token.borderRadius,
          background: token.colorBgContainer,
          '--caption-hint': JSON.stringify(t('editor.captionHint')),
        } as CSSProperties
      }
    >
      <Toolbar editor={editor} stickyTop={stickyTop} onPictures={onPictures} onPicture={onPicture} />
      {leftOut > 0 && (
        <Alert
          type="info"
          showIcon
          closable={{ 'aria-label': t('common:action.close') }}
          banner
          role="status"
          message={t('editor.leftOut', { count: leftOut })}
          onClose={() => setLeftOut(0)}
        />
      )}
      <EditorContent editor={editor} />
    </div>
  )
}

/**
 * Takes the pictures of what is pasted or dropped; false leaves everything else to the editor. Word puts a picture of
 * the copied text beside the text.
 */
function takePictures(data: DataTransfer | null, insert: (files: File[]) => void): boolean {
  const files = [...(data?.files ?? [])].filter(isPicture)
  if (files.length === 0 || data?.getData('text/plain').trim() !== '') return false
  insert(files)
  return true
}
