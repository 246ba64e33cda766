import { Skeleton } from 'antd'
import type { DatePickerProps } from 'antd'
import { Suspense, lazy } from 'react'

type PickerProps = Omit<DatePickerProps, 'ref'>

const DatePicker = lazy(async () => {
  const { default: Picker } = await import('antd/es/date-picker')
  return { default: (props: PickerProps) => <Picker {...props} /> }
})

/** Ant Design's date picker, fetched when a field with one is first drawn: it weighs more than most pages. */
export function LazyDatePicker(props: PickerProps) {
  return (
    <Suspense fallback={<Skeleton.Input active block />}>
      <DatePicker {...props} />
    </Suspense>
  )
}
