import type { ArticlePictureView } from '@practice/access/contracts'
import { useRef, useState } from 'react'
import type { MutableRefObject } from 'react'
import type { RichTextControl } from '../../../components/rich-text/control'
import { noteOf, notesOf, withNote } from '../pictures'
import type { WrittenArticle } from '../useArticleValues'
import type { PictureSource, StoredPicture } from './PictureDialog'

/** A picture that waits for its dialog, and where it goes. */
export interface PictureTask {
  place: 'text' | 'cover'
  source: PictureSource
  note: ArticlePictureView
}

/** What is done with the pictures of the article that is being written. */
export interface PictureDesk {
  control: MutableRefObject<RichTextControl | null>
  task: PictureTask | null
  /** Which of the chosen pictures the task is, from 1. */
  place: { at: number; of: number }
  addToText: (files: readonly File[]) => void
  addCover: (file: File) => void
  /** Opens what is known of a picture that is shown. */
  open: (url: string) => void
  finish: (picture: StoredPicture) => void
  cancel: () => void
}

/** Takes pictures one after another through their dialog, and puts them where they belong. */
export function usePictureDesk({ values, change }: WrittenArticle): PictureDesk {
  const control = useRef<RichTextControl | null>(null)
  const [tasks, setTasks] = useState<readonly PictureTask[]>([])
  const [total, setTotal] = useState(0)
  const task = tasks[0] ?? null

  function begin(next: readonly PictureTask[]): void {
    setTasks(next)
    setTotal(next.length)
  }
  const chosen = (file: File, place: PictureTask['place']): PictureTask => ({
    place,
    source: { file },
    note: noteOf([], ''),
  })

  function finish({ file, note }: StoredPicture): void {
    if (task === null) return
    const before = 'url' in task.source ? task.source.url : null
    const { alt, caption } = note
    if (task.place === 'cover') {
      const cover = file === null ? values.cover : { ...file, alternativeText: null }
      change({ cover, pictures: withNote(values.pictures, note) })
    } else {
      change({ pictures: withNote(values.pictures, note) })
      if (before === null) control.current?.insertPicture({ src: note.url, alt, caption })
      else control.current?.changePicture(before, { src: note.url, alt, caption })
    }
    setTasks(tasks.slice(1))
  }

  return {
    control,
    task,
    place: { at: total - tasks.length + 1, of: total },
    addToText: (files) => begin(files.map((file) => chosen(file, 'text'))),
    addCover: (file) => begin([chosen(file, 'cover')]),
    open: (url) =>
      begin([
        { place: values.cover?.url === url ? 'cover' : 'text', source: { url }, note: noteOf(notesOf(values), url) },
      ]),
    finish,
    cancel: () => setTasks(tasks.slice(1)),
  }
}
