import { useMemo } from 'react'
import { cleanHtml } from './sanitise'
import './rich-text.css'

/** The body of an article as readers see it. Whatever the HTML holds, only text, links and our own pictures are drawn. */
export function RichText({ html }: { html: string }) {
  const clean = useMemo(() => ({ __html: cleanHtml(html) }), [html])
  return <div className="rich-text" dangerouslySetInnerHTML={clean} />
}
