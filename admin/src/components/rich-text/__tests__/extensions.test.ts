/**
 * @jest-environment jsdom
 */
import { Editor } from '@tiptap/react'
import { controlOf } from '../control'
import { EXTENSIONS } from '../extensions'
import { changeTable, insertTable } from '../table'

const OWN = '<figure><img src="/uploads/a.jpg" alt="院"><figcaption>图下</figcaption></figure>'

function editorOf(content: string): Editor {
  return new Editor({ element: document.createElement('div'), extensions: EXTENSIONS, content })
}

test.each`
  what                            | put                                                                   | html
  ${'a picture with its caption'} | ${OWN}                                                                | ${OWN}
  ${'a picture without one'}      | ${'<img src="/uploads/a.jpg" alt="院">'}                              | ${'<figure><img src="/uploads/a.jpg" alt="院"><figcaption></figcaption></figure>'}
  ${'a picture from elsewhere'}   | ${'<p>文</p><figure><img src="https://example.cn/a.jpg"></figure>'}   | ${'<p>文</p>'}
  ${'marks in a caption'}         | ${OWN.replace('图下', '<b>图</b>下')}                                 | ${OWN}
  ${'a table with a wide cell'}   | ${'<table><tr><th>村</th><td colspan="2">三场</td></tr></table>'}     | ${'<table><tbody><tr><th><p>村</p></th><td colspan="2"><p>三场</p></td></tr></tbody></table>'}
  ${'a list in a cell'}           | ${'<table><tr><td><ul><li>一</li></ul></td><td>二</td></tr></table>'} | ${'<table><tbody><tr><td><ul><li><p>一</p></li></ul></td><td><p>二</p></td></tr></tbody></table>'}
`('keeps of $what what it can', ({ put, html }: { put: string; html: string }) => {
  expect(editorOf(put).getHTML()).toBe(html)
})

test('a picture is put in with its caption, and changed wherever it stands', () => {
  const editor = editorOf(OWN)
  const control = controlOf(editor)
  editor.commands.focus('end')
  control.insertPicture({ src: '/uploads/b.jpg', alt: '站', caption: '' })
  control.changePicture('/uploads/a.jpg', { src: '/uploads/c.jpg', alt: '新', caption: '另一句' })
  expect(editor.getHTML()).toContain('<img src="/uploads/c.jpg" alt="新"><figcaption>另一句</figcaption>')
  expect(editor.getHTML()).toContain('<img src="/uploads/b.jpg" alt="站"><figcaption></figcaption>')
  expect(editor.getHTML()).not.toContain('/uploads/a.jpg')
})

test('a table grows and goes', () => {
  const editor = editorOf('<p></p>')
  insertTable(editor)
  const cells = () => (editor.getHTML().match(/<t[dh]>/g) ?? []).length
  expect(cells()).toBe(6)
  changeTable(editor, 'addRow')
  expect(cells()).toBe(8)
  changeTable(editor, 'deleteColumn')
  expect(cells()).toBe(4)
  changeTable(editor, 'deleteTable')
  expect(cells()).toBe(0)
})
