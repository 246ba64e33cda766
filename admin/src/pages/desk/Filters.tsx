import { SearchOutlined } from '@ant-design/icons'
import { URGENCIES } from '../../orders/words'
import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { itemsQuery, sitesQuery } from '../../api/directory'
import { useMe } from '../../app/me'
import type { DeskQuery } from './queue'

interface FiltersProps {
  query: DeskQuery
  onChange: (part: Partial<DeskQuery>) => void
}

/** Narrows the queue by place, item, urgency and number. */
export function Filters({ query, onChange }: FiltersProps) {
  const { t } = useTranslation(['desk', 'common'])
  const { site } = useMe()
  const sites = useQuery(sitesQuery())
  const items = useQuery(itemsQuery())
  const below = (sites.data ?? []).filter(
    ({ code }) => site === null || (code.startsWith(site.code) && code !== site.code),
  )
  const isNarrowed = [query.site, query.item, query.urgency, query.state, query.number].some((value) => value !== null)

  return (
    <Flex wrap gap={8} style={{ padding: '8px 0' }}>
      <NumberSearch key={query.number} value={query.number} onSearch={(number) => onChange({ number })} />
      {below.length > 0 && (
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          aria-label={t('filter.site')}
          placeholder={t('filter.site')}
          value={query.site}
          onChange={(code: string | undefined) => onChange({ site: code ?? null })}
          options={below.map(({ code, name, tier }) => ({
            value: code,
            label: `${name} · ${t(`common:tier.${tier}`)}`,
          }))}
          style={{ flex: '1 1 120px' }}
        />
      )}
      <Select
        allowClear
        showSearch
        optionFilterProp="label"
        popupMatchSelectWidth={280}
        aria-label={t('filter.item')}
        placeholder={t('filter.item')}
        value={query.item}
        onChange={(code: string | undefined) => onChange({ item: code ?? null })}
        options={(items.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        style={{ flex: '1 1 120px' }}
      />
      <Select
        allowClear
        aria-label={t('filter.urgency')}
        placeholder={t('filter.urgency')}
        value={query.urgency}
        onChange={(urgency: string | undefined) => onChange({ urgency: urgency ?? null })}
        options={URGENCIES.map((urgency) => ({ value: urgency, label: t(`common:urgency.${urgency}`) }))}
        style={{ flex: '1 1 90px' }}
      />
      {isNarrowed && (
        <Button
          type="text"
          onClick={() => onChange({ site: null, item: null, urgency: null, state: null, number: null })}
        >
          {t('filter.clear')}
        </Button>
      )}
    </Flex>
  )
}

interface NumberSearchProps {
  value: string | null
  onSearch: (number: string | null) => void
}

function NumberSearch({ value, onSearch }: NumberSearchProps) {
  const { t } = useTranslation('desk')
  const [typed, setTyped] = useState(value ?? '')
  const search = () => onSearch(typed.trim() === '' ? null : typed.trim())
  return (
    <Input
      allowClear
      prefix={<SearchOutlined />}
      aria-label={t('filter.number')}
      placeholder={t('filter.number')}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value)
        if (event.target.value === '') onSearch(null)
      }}
      onPressEnter={search}
      onBlur={() => {
        if (typed.trim() !== (value ?? '')) search()
      }}
      style={{ flex: '1 1 100%' }}
    />
  )
}
