import type { Shop } from '@practice/scoring/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { DialogFrame } from '../../components/DialogFrame'
import { RefusalAlert } from '../../components/RefusalAlert'
import { refreshPoints } from '../../scoring/record-view/requests'

const NAME_LENGTH_MAX = 40
const NAME_LENGTH_MIN = 2

interface ShopDialogProps {
  title: string
  name: string
  save: (name: string) => Promise<Shop>
  onClose: () => void
}

/** Asks for a shop's name and saves it. */
export function ShopDialog({ title, name, save, onClose }: ShopDialogProps) {
  const { t } = useTranslation(['stock', 'common'])
  const { message } = App.useApp()
  const client = useQueryClient()
  const [form] = Form.useForm<{ name: string }>()
  const saving = useMutation({
    mutationFn: (typed: string) => save(typed.trim()),
    onSuccess: () => {
      void message.success(t('shopAct.saved'))
      onClose()
    },
    onSettled: () => void refreshPoints(client),
  })
  return (
    <DialogFrame
      title={title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.notNow')}</Button>
          <Button type="primary" loading={saving.isPending} onClick={() => form.submit()}>
            {t('common:action.save')}
          </Button>
        </>
      }
    >
      <Form form={form} layout="vertical" initialValues={{ name }} onFinish={(values) => saving.mutate(values.name)}>
        <Form.Item
          name="name"
          label={t('field.shopName')}
          rules={[{ required: true, whitespace: true, min: NAME_LENGTH_MIN, message: t('missing.shopName') }]}
        >
          <Input maxLength={NAME_LENGTH_MAX} autoFocus />
        </Form.Item>
      </Form>
      <RefusalAlert error={saving.error} namespace="stock" />
    </DialogFrame>
  )
}
