import { FilterOutlined, SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { itemsQuery, sitesQuery } from '../../api/directory'
import { useMe } from '../../app/me'
import { ClearSign } from '../../components/ClearSign'
import { useIsPhone } from '../../components/useIsPhone'
import { URGENCIES } from '../../orders/words'
import type { DeskQuery } from './queue'

interface FiltersProps {
  query: DeskQuery
  onChange: (part: Partial<DeskQuery>) => void
}

const NOT_NARROWED = { site: null, item: null, urgency: null, state: null, number: null } as const

/** Narrows the queue by number, place, item and urgency; on a phone the choosers are folded away. */
export function Filters({ query, onChange }: FiltersProps) {
  const { t } = useTranslation('desk')
  const isPhone = useIsPhone()
  const isNarrowed = [query.site, query.item, query.urgency, query.state].some((value) => value !== null)
  const [isOpen, setIsOpen] = useState(isNarrowed)
  return (
    <Flex wrap gap={8} style={{ padding: '8px 0' }}>
      <NumberSearch key={query.number} value={query.number} onSearch={(number) => onChange({ number })} />
      {isPhone && (
        <Button icon={<FilterOutlined />} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t('filter.title')}
        </Button>
      )}
      {(!isPhone || isOpen) && <Choosers query={query} onChange={onChange} />}
      {(isNarrowed || query.number !== null) && (
        <Button type="text" onClick={() => onChange(NOT_NARROWED)}>
          {t('filter.clear')}
        </Button>
      )}
    </Flex>
  )
}

function Choosers({ query, onChange }: FiltersProps) {
  const { t } = useTranslation(['desk', 'common'])
  const { site } = useMe()
  const sites = useQuery(sitesQuery())
  const items = useQuery(itemsQuery())
  const below = (sites.data ?? []).filter(({ code }) => code !== site?.code && code.startsWith(site?.code ?? ''))
  return (
    <>
      {below.length > 0 && (
        <Chooser
          label={t('filter.site')}
          value={query.site}
          options={below.map(({ code, name, tier }) => ({
            value: code,
            label: `${name} · ${t(`common:tier.${tier}`)}`,
          }))}
          onChange={(code) => onChange({ site: code })}
        />
      )}
      <Chooser
        label={t('filter.item')}
        value={query.item}
        options={(items.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(code) => onChange({ item: code })}
      />
      <Chooser
        label={t('filter.urgency')}
        value={query.urgency}
        options={URGENCIES.map((urgency) => ({ value: urgency, label: t(`common:urgency.${urgency}`) }))}
        onChange={(urgency) => onChange({ urgency })}
      />
    </>
  )
}

interface ChooserProps {
  label: string
  value: string | null
  options: { value: string; label: string }[]
  onChange: (value: string | null) => void
}

function Chooser({ label, value, options, onChange }: ChooserProps) {
  return (
    <Select
      allowClear
      showSearch
      optionFilterProp="label"
      popupMatchSelectWidth={240}
      aria-label={label}
      placeholder={label}
      value={value}
      options={options}
      onChange={(chosen: string | undefined) => onChange(chosen ?? null)}
      style={{ flex: '1 1 90px', minWidth: 0 }}
    />
  )
}

interface NumberSearchProps {
  value: string | null
  onSearch: (number: string | null) => void
}

function NumberSearch({ value, onSearch }: NumberSearchProps) {
  const { t } = useTranslation('desk')
  const isPhone = useIsPhone()
  const [typed, setTyped] = useState(value ?? '')
  const search = (text: string) => onSearch(text.trim() === '' ? null : text.trim())
  return (
    <Input
      allowClear={{ clearIcon: <ClearSign /> }}
      prefix={<SearchOutlined />}
      aria-label={t('filter.number')}
      placeholder={t('filter.number')}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value)
        if (event.target.value === '') search('')
      }}
      onPressEnter={() => search(typed)}
      onBlur={() => {
        if (typed.trim() !== (value ?? '')) search(typed)
      }}
      style={isPhone ? { flex: 1 } : { flex: '1 1 100%' }}
    />
  )
}
