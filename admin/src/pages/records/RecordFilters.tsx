import { Flex, Select, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/me'
import { SearchInput } from '../../components/SearchInput'
import { SiteSelect } from '../../directory/SiteSelect'
import { RECORD_STATES, THEMES } from '../../scoring/words/lists'
import { useTimeWords } from '../../time/useTime'
import type { Linked, RecordsQuery } from './records-query'

interface RecordFiltersProps {
  query: RecordsQuery
  onChange: (part: Partial<RecordsQuery>) => void
}

/** Narrows the list by number, state, content and place; what a link brought along stands as tags that can be closed. */
export function RecordFilters({ query, onChange }: RecordFiltersProps) {
  const { t } = useTranslation(['records', 'scoring'])
  const me = useMe()
  return (
    <div className="records-filters">
      <SearchInput label={t('search')} value={query.searched} onSearch={(searched) => onChange({ searched })} />
      <Select
        mode="multiple"
        allowClear
        maxTagCount="responsive"
        aria-label={t('state')}
        placeholder={t('state')}
        value={query.states}
        options={RECORD_STATES.map((state) => ({ value: state, label: t(`scoring:state.${state}`) }))}
        onChange={(states) => onChange({ states })}
      />
      <Select
        allowClear
        aria-label={t('theme')}
        placeholder={t('theme')}
        value={query.theme}
        popupMatchSelectWidth={false}
        options={THEMES.map((theme) => ({ value: theme, label: t(`scoring:theme.${theme}`) }))}
        onChange={(theme: RecordsQuery['theme'] | undefined) => onChange({ theme: theme ?? null })}
      />
      {me.site?.tier !== 'village' && (
        <SiteSelect isClearable label={t('site')} value={query.site} onChange={(site) => onChange({ site })} />
      )}
      <LinkedTags linked={query.linked} onChange={(linked) => onChange({ linked })} />
    </div>
  )
}

interface LinkedTagsProps {
  linked: RecordsQuery['linked']
  onChange: (linked: RecordsQuery['linked']) => void
}

function LinkedTags({ linked, onChange }: LinkedTagsProps) {
  const { t } = useTranslation('records')
  const { when } = useTimeWords()
  const entries = Object.entries(linked) as [Linked, string][]
  if (entries.length === 0) return null
  return (
    <Flex wrap gap={4} align="center">
      {entries.map(([key, value]) => (
        <Tag
          key={key}
          closable
          onClose={() => onChange(Object.fromEntries(entries.filter(([other]) => other !== key)))}
        >
          {t(`linked.${key}`, { value: key === 'since' ? when(value, true) : value })}
        </Tag>
      ))}
    </Flex>
  )
}
