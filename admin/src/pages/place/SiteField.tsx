import { isWithin } from '@practice/kernel'
import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { sitesQuery } from '../../api/directory'
import type { SiteRow } from '../../api/directory'
import { useMe } from '../../app/me'

const TOWN_LENGTH = 9

interface SiteFieldProps {
  site: string | null
  onChange: (site: string) => void
}

/** Where the service is needed. Who has one village only is not asked. */
export function SiteField({ site, onChange }: SiteFieldProps) {
  const { t } = useTranslation('place')
  const me = useMe()
  const sites = useQuery(sitesQuery())
  const own = me.site?.code ?? ''
  const mine = (sites.data ?? []).filter(({ code }) => isWithin(code, own))
  if (me.site?.tier === 'village') return null
  const towns = new Map(mine.map((row) => [row.code, row]))
  const options = mine
    .filter(({ tier }) => tier !== 'center')
    .map((row) => ({ value: row.code, label: labelOf(row, towns.get(row.code.slice(0, TOWN_LENGTH))) }))
  return (
    <Form.Item label={t('site')} htmlFor="place-site">
      <Select
        id="place-site"
        showSearch
        optionFilterProp="label"
        placeholder={t('chooseSite')}
        loading={sites.isPending}
        options={options}
        value={site}
        onChange={(code: string) => onChange(code)}
      />
    </Form.Item>
  )
}

function labelOf(row: SiteRow, town: SiteRow | undefined): string {
  return town === undefined || town.code === row.code ? row.name : `${town.name} · ${row.name}`
}
