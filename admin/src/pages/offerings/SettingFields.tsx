import { Flex, Input, InputNumber, Radio, Typography } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldsOf } from '../../components/json-schema'
import { DetailField } from './DetailField'
import { FormEditor } from './form-editor/FormEditor'
import { draftOf, optionsOf, schemaOf } from './form-editor/form-fields'
import type { FormDraft } from './form-editor/form-fields'
import { markOf } from './setting'
import type { Detail, Inherited, Mark, Setting } from './setting'

/** A setting while it is edited: the form as fields, the materials as the lines that were typed. */
export interface SettingDraft extends Omit<Setting, 'form' | 'materials'> {
  form: FormDraft | null
  materials: string | null
}

/** A setting as it is edited. */
export function settingDraftOf(setting: Setting): SettingDraft {
  return {
    ...setting,
    form: setting.form === null ? null : draftOf(setting.form),
    materials: setting.materials === null ? null : setting.materials.join('\n'),
  }
}

/** What an edited setting says. Empty texts say nothing. */
export function settingOf(draft: SettingDraft): Setting {
  const text = (value: string | null) => (value === null || value.trim() === '' ? null : value.trim())
  return {
    enabled: draft.enabled,
    hours: text(draft.hours),
    contact: text(draft.contact),
    materials: draft.materials === null ? null : optionsOf(draft.materials),
    resolveDays: draft.resolveDays,
    form: draft.form === null ? null : schemaOf(draft.form),
  }
}

interface SettingFieldsProps {
  draft: SettingDraft
  inherited: Inherited
  /** The name of the site that says a part, in words. */
  sourceOf: (part: 'enabled' | Detail) => string
  /** Marks what keeps the form from being saved. */
  showProblems: boolean
  onChange: (draft: SettingDraft) => void
}

const LONGEST_TEXT = 120
const LONGEST_DAYS = 365

/** The parts of a setting, each with what would be inherited beside it. */
export function SettingFields({ draft, inherited, sourceOf, showProblems, onChange }: SettingFieldsProps) {
  const { t } = useTranslation('offerings')
  const change = (said: Partial<SettingDraft>) => onChange({ ...draft, ...said })
  const unsaid = <Typography.Text type="secondary">{t('preview.unsaid')}</Typography.Text>

  function detail(
    part: Exclude<Detail, 'form'>,
    shown: ReactNode,
    first: Partial<SettingDraft>,
    input: (id: string) => ReactNode,
  ) {
    return (
      <DetailField
        label={t(`detail.${part}`)}
        isOwn={draft[part] !== null}
        inherited={shown}
        source={sourceOf(part)}
        onOwn={() => change(first)}
        onInherit={() => change({ [part]: null })}
      >
        {input}
      </DetailField>
    )
  }

  return (
    <Flex vertical gap={20}>
      <EnabledField draft={draft} inherited={inherited} source={sourceOf('enabled')} onChange={change} />
      {detail('hours', inherited.hours ?? unsaid, { hours: inherited.hours ?? '' }, (id) => (
        <Input
          id={id}
          value={draft.hours ?? ''}
          maxLength={LONGEST_TEXT}
          placeholder={t('field.hoursHint')}
          onChange={(event) => change({ hours: event.target.value })}
        />
      ))}
      {detail('contact', inherited.contact ?? unsaid, { contact: inherited.contact ?? '' }, (id) => (
        <Input
          id={id}
          value={draft.contact ?? ''}
          maxLength={LONGEST_TEXT}
          placeholder={t('field.contactHint')}
          onChange={(event) => change({ contact: event.target.value })}
        />
      ))}
      {detail(
        'materials',
        inherited.materials?.length
          ? inherited.materials.join(t('common:form.listSeparator'))
          : t('preview.noMaterials'),
        { materials: (inherited.materials ?? []).join('\n') },
        (id) => (
          <Input.TextArea
            id={id}
            value={draft.materials ?? ''}
            autoSize={{ minRows: 2, maxRows: 8 }}
            placeholder={t('field.materialsHint')}
            onChange={(event) => change({ materials: event.target.value })}
          />
        ),
      )}
      {detail(
        'resolveDays',
        inherited.resolveDays === null ? unsaid : t('preview.days', { count: inherited.resolveDays }),
        { resolveDays: inherited.resolveDays ?? 1 },
        (id) => (
          <InputNumber
            id={id}
            value={draft.resolveDays}
            min={1}
            max={LONGEST_DAYS}
            precision={0}
            inputMode="numeric"
            suffix={t('field.daysUnit')}
            style={{ width: 160 }}
            onChange={(days) => change({ resolveDays: days ?? 1 })}
          />
        ),
      )}
      <DetailField
        label={t('detail.form')}
        isOwn={draft.form !== null}
        inherited={formWords(inherited, t('field.noForm'), t('common:form.listSeparator'))}
        source={sourceOf('form')}
        onOwn={() => change({ form: draftOf(inherited.form) })}
        onInherit={() => change({ form: null })}
      >
        {() =>
          draft.form !== null && (
            <FormEditor draft={draft.form} showProblems={showProblems} onChange={(form) => change({ form })} />
          )
        }
      </DetailField>
    </Flex>
  )
}

function formWords({ form }: Inherited, none: string, separator: string): string {
  const labels = fieldsOf(form).map(({ label }) => label)
  return labels.length === 0 ? none : labels.join(separator)
}

const ENABLED_OF_MARK = { inherited: null, on: true, off: false } as const satisfies Record<Mark, boolean | null>

interface EnabledFieldProps {
  draft: SettingDraft
  inherited: Inherited
  source: string
  onChange: (said: Partial<SettingDraft>) => void
}

function EnabledField({ draft, inherited, source, onChange }: EnabledFieldProps) {
  const { t } = useTranslation('offerings')
  const state = t(inherited.enabled ? 'mark.on' : 'mark.off')
  return (
    <section>
      <div id="setting-enabled" style={{ fontWeight: 600, marginBottom: 8 }}>
        {t('detail.enabled')}
      </div>
      <Radio.Group
        aria-labelledby="setting-enabled"
        optionType="button"
        value={markOf(draft.enabled)}
        options={[
          { value: 'inherited', label: t('field.inheritEnabled', { source, state }) },
          { value: 'on', label: t('mark.on') },
          { value: 'off', label: t('mark.off') },
        ]}
        onChange={(event) => onChange({ enabled: ENABLED_OF_MARK[event.target.value as Mark] })}
      />
    </section>
  )
}
