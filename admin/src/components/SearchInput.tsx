import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { CSSProperties } from 'react'
import { ClearSign } from './ClearSign'

interface SearchInputProps {
  label: string
  /** What is searched for now, usually from the address. */
  value: string
  onSearch: (text: string) => void
  style?: CSSProperties
}

const REST_MS = 250
const LONGEST = 60

/**
 * A field whose text becomes a search when one stops typing. It keeps the text itself: addresses change too late for an
 * input that shows them, which would break the composing of Chinese characters.
 */
export function SearchInput({ label, value, onSearch, style }: SearchInputProps) {
  const [text, setText] = useState(value)
  const [isComposing, setIsComposing] = useState(false)
  const sent = useRef(value)
  const search = useRef(onSearch)
  useEffect(() => {
    search.current = onSearch
  })

  // The back button, or another way to change what is searched for.
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])

  useEffect(() => {
    if (isComposing || text === sent.current) return
    const timer = setTimeout(() => {
      sent.current = text
      search.current(text)
    }, REST_MS)
    return () => clearTimeout(timer)
  }, [text, isComposing])

  return (
    <Input
      allowClear={{ clearIcon: <ClearSign /> }}
      type="search"
      prefix={<SearchOutlined />}
      aria-label={label}
      placeholder={label}
      value={text}
      maxLength={LONGEST}
      {...(style === undefined ? {} : { style })}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => setIsComposing(true)}
      onCompositionEnd={() => setIsComposing(false)}
    />
  )
}
