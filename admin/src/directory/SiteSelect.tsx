import { isWithin } from '@practice/kernel'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { SelectProps } from 'antd'
import { sitesQuery } from '../api/directory'
import { useMe } from '../app/me'

const TOWN_LENGTH = 9

interface SiteSelectProps extends Pick<SelectProps, 'id' | 'style' | 'disabled'> {
  /** Its spoken name, where no label stands beside it. */
  label: string
  value?: string | null
  onChange?: (site: string | null) => void
  /** Whether no site may be chosen, which then means all of them. */
  isClearable?: boolean
}

/** One's own site and those below it, each village under the name of its town: names repeat. */
export function SiteSelect({ label, value, onChange, isClearable = false, id, style, disabled }: SiteSelectProps) {
  const me = useMe()
  const sites = useQuery(sitesQuery())
  const own = (sites.data ?? []).filter(({ code }) => me.site === null || isWithin(code, me.site.code))
  const names = new Map(own.map(({ code, name }) => [code, name]))
  const labelOf = (code: string, name: string) => {
    const town = code.length > TOWN_LENGTH ? names.get(code.slice(0, TOWN_LENGTH)) : undefined
    return town === undefined ? name : `${town} · ${name}`
  }
  return (
    <Select<string | null>
      // One by one: a form would also say that it is required, at an element that may not be.
      {...(id === undefined ? {} : { id })}
      {...(style === undefined ? {} : { style })}
      {...(disabled === undefined ? {} : { disabled })}
      showSearch
      allowClear={isClearable}
      optionFilterProp="label"
      popupMatchSelectWidth={280}
      aria-label={label}
      placeholder={label}
      loading={sites.isPending}
      value={value ?? null}
      options={own.map(({ code, name }) => ({ value: code, label: labelOf(code, name) }))}
      onChange={(code: string | null | undefined) => onChange?.(code ?? null)}
    />
  )
}
