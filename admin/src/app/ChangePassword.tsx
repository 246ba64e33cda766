import { useMutation } from '@tanstack/react-query'
import { App, Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { changePassword } from '../api/access'
import type { PasswordChange } from '../api/access'
import { RefusalAlert } from '../components/RefusalAlert'
import { beginSession } from '../session/session'

const PASSWORD_LENGTH_MIN = 10

/** Asks for the old password and twice for the new one; the new token takes the old one's place. */
export default function ChangePassword({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('common')
  const { message } = App.useApp()
  const [form] = Form.useForm<PasswordChange>()
  const changing = useMutation({
    mutationFn: changePassword,
    onSuccess: (jwt) => {
      void message.success(t('password.done'))
      onClose()
      beginSession(jwt)
    },
  })
  const needed = { required: true, message: t('password.missing') }
  return (
    <Modal
      open
      title={t('password.title')}
      okText={t('password.title')}
      cancelText={t('action.cancel')}
      confirmLoading={changing.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => changing.mutate(values)}>
        <Form.Item name="currentPassword" label={t('password.current')} rules={[needed]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('password.next')}
          extra={t('password.hint', { count: PASSWORD_LENGTH_MIN })}
          rules={[needed, { min: PASSWORD_LENGTH_MIN, message: t('password.hint', { count: PASSWORD_LENGTH_MIN }) }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="passwordConfirmation"
          label={t('password.again')}
          dependencies={['password']}
          rules={[
            needed,
            ({ getFieldValue }) => ({
              validator: (_rule, value) =>
                value === undefined || value === getFieldValue('password')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('password.different'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
      <RefusalAlert error={changing.error} />
    </Modal>
  )
}
