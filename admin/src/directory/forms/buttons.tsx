import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

interface AddButtonProps {
  label: string
  onClick: () => void
}

/** Begins a new row. */
export function AddButton({ label, onClick }: AddButtonProps) {
  return (
    <Button type="primary" icon={<PlusOutlined />} onClick={onClick}>
      {label}
    </Button>
  )
}

interface EditButtonProps {
  /** The row's name, for those who hear the buttons one after the other. */
  name: string
  onClick: () => void
}

/** Opens a row to be changed. */
export function EditButton({ name, onClick }: EditButtonProps) {
  const { t } = useTranslation(['forms', 'common'])
  return (
    <Button type="link" className="row-edit" aria-label={t('edit', { name })} onClick={onClick}>
      {t('common:action.edit')}
    </Button>
  )
}
