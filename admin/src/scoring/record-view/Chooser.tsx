import { Select } from 'antd'

interface ChooserProps<Value extends string> {
  label: string
  /** Null for all. */
  value: Value | null
  options: { value: Value; label: string }[]
  onChange: (value: Value | null) => void
}

/** One of a list, or all of them; names itself while nothing is chosen. */
export function Chooser<Value extends string>({ label, value, options, onChange }: ChooserProps<Value>) {
  return (
    <Select<Value>
      allowClear
      aria-label={label}
      placeholder={label}
      popupMatchSelectWidth={false}
      value={value}
      options={options}
      onChange={(chosen: Value | undefined) => onChange(chosen ?? null)}
      style={{ minWidth: 140 }}
    />
  )
}
