import { StarterKit } from '@tiptap/starter-kit'
import { Figure } from './figure'
import { TABLE } from './table'

/** What a text can be made of. */
export const EXTENSIONS = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    code: false,
    codeBlock: false,
    link: { openOnClick: false, defaultProtocol: 'https', protocols: ['http', 'https', 'mailto', 'tel'] },
  }),
  Figure.configure({ allowBase64: false }),
  ...TABLE,
]
