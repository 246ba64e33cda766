import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ClearSign } from '../../components/ClearSign'
import { RefusalAlert } from '../../components/RefusalAlert'
import type { ChosenHousehold } from './draft'
import { householdsQuery } from './households'

interface HouseholdPickerProps {
  site: string | null
  onChoose: (household: ChosenHousehold) => void
}

const SHOWN = 6

/** Finds a household of the village by the name of its head or by its address; a tap fills in who and where. */
export function HouseholdPicker({ site, onChoose }: HouseholdPickerProps) {
  const { t } = useTranslation('place')
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const found = useQuery({ ...householdsQuery(site, asked), enabled: site !== null && asked !== '' })
  const rows = asked === '' ? [] : (found.data ?? [])
  return (
    <Form.Item label={t('findHousehold')} htmlFor="place-household">
      <Input
        id="place-household"
        prefix={<SearchOutlined />}
        allowClear={{ clearIcon: <ClearSign /> }}
        autoComplete="off"
        placeholder={t('findHouseholdHint')}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onPressEnter={(event) => event.preventDefault()}
      />
      <RefusalAlert error={found.error} />
      {asked !== '' && found.isSuccess && rows.length === 0 && <p className="place-quiet">{t('noneFound')}</p>}
      {rows.length > 0 && (
        <ul className="place-items place-found" aria-label={t('found')}>
          {rows.slice(0, SHOWN).map(({ code, name, phone, address }) => (
            <li key={code}>
              <button type="button" className="place-item" onClick={() => onChoose({ code, name, phone, address })}>
                <span className="place-item-name">{name}</span>
                <span className="place-item-facts">
                  {address} <span className="num">{phone}</span>
                </span>
              </button>
            </li>
          ))}
          {rows.length > SHOWN && <li className="place-quiet place-found-more">{t('typeMore')}</li>}
        </ul>
      )}
    </Form.Item>
  )
}
