import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'

const NAME_MAX = 40
const RELATION_MAX = 20
const YEAR_MIN = 1900
const YEAR_MAX = 2100
const MEMBERS_MAX = 100

interface MembersFieldProps {
  name: string
  label: string
}

/** The members of a household, one line each. */
export function MembersField({ name, label }: MembersFieldProps) {
  const { t } = useTranslation(['forms', 'common'])
  return (
    <fieldset className="row-form-members">
      <legend>{label}</legend>
      <Form.List name={name}>
        {(lines, { add, remove }) => (
          <>
            {lines.map(({ key, name: at }) => (
              <div key={key} className="row-form-member">
                <Form.Item
                  name={[at, 'name']}
                  rules={[{ required: true, whitespace: true, message: t('members.nameMissing') }]}
                >
                  <Input aria-label={t('members.name')} placeholder={t('members.name')} maxLength={NAME_MAX} />
                </Form.Item>
                <Form.Item name={[at, 'relation']}>
                  <Input
                    aria-label={t('members.relation')}
                    placeholder={t('members.relation')}
                    maxLength={RELATION_MAX}
                  />
                </Form.Item>
                <Form.Item name={[at, 'birthYear']}>
                  <InputNumber
                    aria-label={t('members.birthYear')}
                    placeholder={t('members.birthYear')}
                    precision={0}
                    min={YEAR_MIN}
                    max={YEAR_MAX}
                    style={{ width: '100%' }}
                  />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('members.remove', { number: at + 1 })}
                  onClick={() => remove(at)}
                />
              </div>
            ))}
            <Button
              type="dashed"
              icon={<PlusOutlined />}
              disabled={lines.length >= MEMBERS_MAX}
              onClick={() => add({})}
            >
              {t('members.add')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
