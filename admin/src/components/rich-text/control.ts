import type { Editor } from '@tiptap/react'

/** A picture as a text shows it. */
export interface TextPicture {
  src: string
  alt: string
  caption: string
}

/** What is done to a text from outside of its editor. */
export interface RichTextControl {
  /** Puts a picture where the cursor is, and goes on below it. */
  insertPicture: (picture: TextPicture) => void
  /** Changes each place where the picture `src` stands. */
  changePicture: (src: string, picture: TextPicture) => void
}

/** The control of an editor that stands. */
export function controlOf(editor: Editor): RichTextControl {
  return {
    insertPicture({ src, alt, caption }) {
      const content = caption === '' ? [] : [{ type: 'text', text: caption }]
      editor
        .chain()
        .focus()
        .insertContent([{ type: 'image', attrs: { src, alt }, content }, { type: 'paragraph' }])
        .run()
    },
    changePicture(before, { src, alt, caption }) {
      const { state, view } = editor
      const { tr, schema } = state
      state.doc.descendants((node, at) => {
        if (node.type.name !== 'image' || node.attrs.src !== before) return
        const text = caption === '' ? [] : [schema.text(caption)]
        const from = tr.mapping.map(at)
        tr.replaceWith(from, from + node.nodeSize, node.type.create({ ...node.attrs, src, alt }, text))
      })
      view.dispatch(tr)
    },
  }
}
