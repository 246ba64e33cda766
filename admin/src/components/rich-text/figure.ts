import { Image } from '@tiptap/extension-image'
import type { DOMOutputSpec, TagParseRule } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'

/** Pictures are uploaded here: what was copied from elsewhere as a link is left out. */
const OWN = 'img[src^="/uploads/"]'

function pictureIn(element: HTMLElement): HTMLElement | null {
  return element.matches(OWN) ? element : element.querySelector<HTMLElement>(OWN)
}

function captionIn(element: HTMLElement): HTMLElement {
  return element.querySelector('figcaption') ?? document.createElement('figcaption')
}

function rule(tag: string): TagParseRule {
  return {
    tag,
    contentElement: (node) => captionIn(node as HTMLElement),
    getAttrs: (node) => (pictureIn(node) === null ? false : null),
  }
}

/** A picture with its caption below, which is written in place; a picture without a caption is one with an empty one. */
export const Figure = Image.extend({
  content: 'text*',
  marks: '',
  isolating: true,
  defining: true,

  addAttributes() {
    const read = (name: string) => (element: HTMLElement) => pictureIn(element)?.getAttribute(name) ?? ''
    return { src: { default: '', parseHTML: read('src') }, alt: { default: '', parseHTML: read('alt') } }
  },

  parseHTML: () => [rule('figure'), rule('img')],

  renderHTML: ({ HTMLAttributes }): DOMOutputSpec => ['figure', ['img', HTMLAttributes], ['figcaption', 0]],

  addInputRules: () => [],

  addKeyboardShortcuts() {
    const { editor, name } = this
    return {
      // A caption is one line: what comes next is a paragraph below.
      Enter: () => {
        const { $from } = editor.state.selection
        if ($from.parent.type.name !== name) return false
        const after = $from.after()
        return editor
          .chain()
          .insertContentAt(after, { type: 'paragraph' })
          .setTextSelection(after + 1)
          .run()
      },
      // The first stroke at the beginning of a caption picks the picture, the second one takes it away.
      Backspace: () => {
        const { $from, empty } = editor.state.selection
        if (!empty || $from.parent.type.name !== name || $from.parentOffset > 0) return false
        const { state, view } = editor
        view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, $from.before())))
        return true
      },
    }
  },
})
