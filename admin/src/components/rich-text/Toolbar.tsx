import {
  BoldOutlined,
  ItalicOutlined,
  LinkOutlined,
  MinusOutlined,
  OrderedListOutlined,
  PictureOutlined,
  RedoOutlined,
  TableOutlined,
  UnderlineOutlined,
  UndoOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons'
import { useEditorState } from '@tiptap/react'
import type { Editor } from '@tiptap/react'
import { Button, Divider, Flex, Popover } from 'antd'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsPhone } from '../useIsPhone'
import { LinkForm } from './LinkForm'
import { TABLE_COMMANDS, changeTable, insertTable } from './table'
import { PICTURE_TYPES } from './upload-picture'

interface ToolbarProps {
  editor: Editor
  stickyTop: number
  onPictures: (files: File[]) => void
  onPicture: (url: string) => void
}

/** What is on at the cursor, so that buttons are drawn pressed. */
function useMarks(editor: Editor) {
  return useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      bold: current.isActive('bold'),
      italic: current.isActive('italic'),
      underline: current.isActive('underline'),
      heading: current.isActive('heading', { level: 2 }),
      subheading: current.isActive('heading', { level: 3 }),
      bulletList: current.isActive('bulletList'),
      orderedList: current.isActive('orderedList'),
      blockquote: current.isActive('blockquote'),
      link: current.isActive('link'),
      picture: current.isActive('image'),
      pictureUrl: String(current.getAttributes('image').src ?? ''),
      table: current.isActive('table'),
      canUndo: current.can().undo(),
      canRedo: current.can().redo(),
    }),
  })
}

/** The editor's buttons. What belongs to the picture or the table at the cursor comes below them. */
export function Toolbar({ editor, stickyTop, onPictures, onPicture }: ToolbarProps) {
  const { t } = useTranslation('articles')
  const isPhone = useIsPhone()
  const marks = useMarks(editor)
  const input = useRef<HTMLInputElement>(null)
  const [isLinking, setIsLinking] = useState(false)
  const chain = () => editor.chain().focus()

  function tool(name: string, sign: ReactNode, act: () => void, state: { on?: boolean; off?: boolean } = {}) {
    return (
      <Button
        type={state.on === true ? 'default' : 'text'}
        aria-label={t(`editor.${name}`)}
        title={t(`editor.${name}`)}
        aria-pressed={state.on}
        disabled={state.off === true}
        icon={sign}
        style={{ flex: 'none' }}
        // The cursor stays where it is.
        onMouseDown={(event) => event.preventDefault()}
        onClick={act}
      />
    )
  }

  return (
    <div
      style={{
        position: 'sticky',
        zIndex: 5,
        top: stickyTop,
        background: 'inherit',
        borderRadius: 'inherit',
        borderBottom: '1px solid var(--line)',
      }}
    >
      <Flex
        wrap={!isPhone}
        gap={2}
        align="center"
        role="toolbar"
        aria-label={t('editor.toolbar')}
        style={{ padding: 4, overflowX: isPhone ? 'auto' : 'visible' }}
      >
        {tool('heading', <b>{t('editor.headingSign')}</b>, () => chain().toggleHeading({ level: 2 }).run(), {
          on: marks.heading,
        })}
        {tool(
          'subheading',
          <span>{t('editor.subheadingSign')}</span>,
          () => chain().toggleHeading({ level: 3 }).run(),
          {
            on: marks.subheading,
          },
        )}
        <Divider type="vertical" />
        {tool('bold', <BoldOutlined />, () => chain().toggleBold().run(), { on: marks.bold })}
        {tool('italic', <ItalicOutlined />, () => chain().toggleItalic().run(), { on: marks.italic })}
        {tool('underline', <UnderlineOutlined />, () => chain().toggleUnderline().run(), { on: marks.underline })}
        <Divider type="vertical" />
        {tool('bulletList', <UnorderedListOutlined />, () => chain().toggleBulletList().run(), {
          on: marks.bulletList,
        })}
        {tool('orderedList', <OrderedListOutlined />, () => chain().toggleOrderedList().run(), {
          on: marks.orderedList,
        })}
        {tool('blockquote', <span>{t('editor.quoteSign')}</span>, () => chain().toggleBlockquote().run(), {
          on: marks.blockquote,
        })}
        {tool('rule', <MinusOutlined />, () => chain().setHorizontalRule().run())}
        <Divider type="vertical" />
        <Popover
          trigger="click"
          open={isLinking}
          onOpenChange={setIsLinking}
          destroyOnHidden
          content={<LinkForm editor={editor} onDone={() => setIsLinking(false)} />}
        >
          {tool('link', <LinkOutlined />, () => undefined, { on: marks.link })}
        </Popover>
        {tool('picture', <PictureOutlined />, () => input.current?.click())}
        {tool('table', <TableOutlined />, () => insertTable(editor), { off: marks.table })}
        <Divider type="vertical" />
        {tool('undo', <UndoOutlined />, () => chain().undo().run(), { off: !marks.canUndo })}
        {tool('redo', <RedoOutlined />, () => chain().redo().run(), { off: !marks.canRedo })}
        <input
          ref={input}
          type="file"
          accept={PICTURE_TYPES}
          multiple
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t('editor.picture')}
          onChange={(event) => {
            onPictures([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </Flex>
      {marks.picture && (
        <Flex align="center" gap={8} style={{ padding: '0 8px 8px' }}>
          <Button onClick={() => onPicture(marks.pictureUrl)}>{t('editor.pictureDetails')}</Button>
        </Flex>
      )}
      {marks.table && (
        <Flex wrap align="center" gap={4} style={{ padding: '0 8px 8px' }} role="group" aria-label={t('editor.table')}>
          {TABLE_COMMANDS.map((command) => (
            <Button
              key={command}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => changeTable(editor, command)}
            >
              {t(`editor.${command}`)}
            </Button>
          ))}
        </Flex>
      )}
    </div>
  )
}
