import { Extension, Node } from '@tiptap/react'
import type { Editor } from '@tiptap/react'
import type { DOMOutputSpec } from '@tiptap/pm/model'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  tableEditing,
} from '@tiptap/pm/tables'

const ROLES: Readonly<Record<string, string>> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'header_cell',
}

const span = (name: string) => ({
  default: 1,
  parseHTML: (element: HTMLElement) => Number(element.getAttribute(name)) || 1,
  renderHTML: (attributes: Record<string, unknown>) => (attributes[name] === 1 ? {} : { [name]: attributes[name] }),
})

const cell = (name: string, tag: 'td' | 'th') =>
  Node.create({
    name,
    content: '(paragraph | bulletList | orderedList | image)+',
    isolating: true,
    // Widths are not kept: tables are as wide as the reader's screen.
    addAttributes: () => ({
      colspan: span('colspan'),
      rowspan: span('rowspan'),
      colwidth: { default: null, rendered: false },
    }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }): DOMOutputSpec => [tag, HTMLAttributes, 0],
  })

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: (): DOMOutputSpec => ['table', ['tbody', 0]],
  addKeyboardShortcuts() {
    const { editor } = this
    const go = (direction: -1 | 1) => goToNextCell(direction)(editor.state, editor.view.dispatch)
    return { Tab: () => go(1), 'Shift-Tab': () => go(-1) }
  },
  addProseMirrorPlugins: () => [tableEditing()],
})

const Row = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: (): DOMOutputSpec => ['tr', 0],
})

/** Tells ProseMirror's table commands which node is what. */
const Roles = Extension.create({
  name: 'tableRoles',
  extendNodeSchema: ({ name }: { name: string }) => {
    const tableRole = ROLES[name]
    return tableRole === undefined ? {} : { tableRole }
  },
})

/** Plain tables: what one copies from a document, with rows and columns that can be added and taken away. */
export const TABLE = [Roles, Table, Row, cell('tableCell', 'td'), cell('tableHeader', 'th')]

const COMMANDS = {
  addRow: addRowAfter,
  addColumn: addColumnAfter,
  deleteRow,
  deleteColumn,
  deleteTable,
} as const

/** What is done to the table at the cursor; also keys of `articles:editor`. */
export type TableCommand = keyof typeof COMMANDS
export const TABLE_COMMANDS = Object.keys(COMMANDS) as TableCommand[]

/** Carries a command out at the cursor. */
export function changeTable(editor: Editor, command: TableCommand): void {
  COMMANDS[command](editor.state, editor.view.dispatch)
  editor.commands.focus()
}

/** Puts a table of two columns and two rows below a row of headings where the cursor is. */
export function insertTable(editor: Editor): void {
  const cells = (type: string) => Array.from({ length: 2 }, () => ({ type, content: [{ type: 'paragraph' }] }))
  const rows = ['tableHeader', 'tableCell', 'tableCell'].map((type) => ({ type: 'tableRow', content: cells(type) }))
  editor.chain().focus().insertContent({ type: 'table', content: rows }).run()
}
