import { Radio } from 'antd'
import type { RadioGroupProps } from 'antd'

/** Said to whoever hears the page; Ant Design draws a group without it, which may then not be called required. */
const AS_GROUP = { role: 'radiogroup' }

/** One of a few, all of them to be seen. */
export function RadioGroup(props: RadioGroupProps) {
  return <Radio.Group {...AS_GROUP} {...props} />
}
