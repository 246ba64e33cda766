import { Fragment, createElement, useMemo } from 'react'
import type { ReactNode } from 'react'
import { ALLOWED_TAGS, OWN_PICTURE, SAFE_ADDRESS } from '../../components/rich-text/allowed'
import '../../components/rich-text/rich-text.css'

const VOID_TAGS: readonly string[] = ['br', 'hr']

/**
 * The body of an article, drawn element by element from what the browser itself read: what is not on the list is never
 * made, so that no sanitiser has to be fetched on a weak line.
 */
export function Html({ html }: { html: string }) {
  const drawn = useMemo(() => childrenOf(new DOMParser().parseFromString(html, 'text/html').body), [html])
  return <div className="rich-text">{drawn}</div>
}

function childrenOf(parent: Node): ReactNode[] {
  return Array.from(parent.childNodes, (node, index) => <Fragment key={index}>{drawnOf(node)}</Fragment>)
}

function drawnOf(node: Node): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent
  if (!(node instanceof HTMLElement)) return null
  const tag = node.localName
  if (!ALLOWED_TAGS.includes(tag)) return null
  if (VOID_TAGS.includes(tag)) return createElement(tag)
  if (tag === 'img') return pictureOf(node)
  if (tag === 'a') return linkOf(node)
  return createElement(tag, attributesOf(node), ...childrenOf(node))
}

function pictureOf(node: HTMLElement): ReactNode {
  const source = node.getAttribute('src') ?? ''
  if (!OWN_PICTURE.test(source)) return null
  return <img src={source} alt={node.getAttribute('alt') ?? ''} loading="lazy" />
}

function linkOf(node: HTMLElement): ReactNode {
  const address = node.getAttribute('href') ?? ''
  if (!SAFE_ADDRESS.test(address)) return childrenOf(node)
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {childrenOf(node)}
    </a>
  )
}

const NUMBERS = { start: 'start', colspan: 'colSpan', rowspan: 'rowSpan' } as const

function attributesOf(node: HTMLElement): Record<string, number> {
  const attributes: Record<string, number> = {}
  for (const [name, property] of Object.entries(NUMBERS)) {
    const value = Number.parseInt(node.getAttribute(name) ?? '', 10)
    if (value > 0) attributes[property] = value
  }
  return attributes
}
