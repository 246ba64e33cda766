import { DeleteOutlined } from '@ant-design/icons'
import { Button, Flex, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogFrame } from '../components/DialogFrame'
import { RefusalAlert } from '../components/RefusalAlert'
import type { KeptViews } from './useKeptViews'
import { useUndo } from './useUndo'
import { VIEWS_MAX, VIEW_NAME_MAX, renamed, withView } from './views'

interface ViewsDialogProps {
  /** What is seen now. */
  query: string
  views: KeptViews
  onClose: () => void
}

/** Keeps what is seen now under a name; renames and removes what was kept. Removing can be undone. */
export function ViewsDialog({ query, views, onClose }: ViewsDialogProps) {
  const { t } = useTranslation(['lists', 'common'])
  const { kept, keep } = views
  const offerUndo = useUndo()

  async function remove(name: string): Promise<void> {
    const before = kept.views
    await keep({ views: before.filter((view) => view.name !== name) })
    offerUndo(t('views.removed', { name }), () => keep({ views: before }))
  }

  return (
    <DialogFrame
      title={t('views.manage')}
      isOpen
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('common:action.close')}</Button>}
    >
      <Flex vertical gap={16}>
        <NewView query={query} views={views} onKept={onClose} />
        {kept.views.length > 0 && (
          <ul className="list-views" aria-label={t('views.title')}>
            {kept.views.map(({ name }) => (
              <li key={name}>
                <ViewName
                  name={name}
                  taken={kept.views.map((view) => view.name)}
                  onRename={(to) => void keep({ views: [...renamed(kept.views, name, to)] }).catch(() => undefined)}
                />
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('views.remove', { name })}
                  onClick={() => void remove(name).catch(() => undefined)}
                />
              </li>
            ))}
          </ul>
        )}
        <RefusalAlert error={views.error} />
      </Flex>
    </DialogFrame>
  )
}

interface NewViewProps {
  query: string
  views: KeptViews
  onKept: () => void
}

function NewView({ query, views: { kept, keep, isKeeping }, onKept }: NewViewProps) {
  const { t } = useTranslation('lists')
  const field = useId()
  const [typed, setTyped] = useState('')
  const name = typed.trim()
  const isKnown = kept.views.some((view) => view.name === name)
  const isFull = kept.views.length >= VIEWS_MAX && !isKnown
  const save = () => {
    if (name === '' || isFull) return
    keep({ views: withView(kept.views, { name, query }) }).then(onKept, () => undefined)
  }
  return (
    <div>
      <label htmlFor={field}>{t('views.name')}</label>
      <Flex gap={8} style={{ marginTop: 4 }}>
        <Input
          id={field}
          maxLength={VIEW_NAME_MAX}
          value={typed}
          placeholder={t('views.example')}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={save}
        />
        <Button type="primary" disabled={name === '' || isFull} loading={isKeeping} onClick={save}>
          {t(isKnown ? 'views.replace' : 'views.save')}
        </Button>
      </Flex>
      <p className="list-quiet">{t(isFull ? 'views.full' : 'views.hint', { count: VIEWS_MAX })}</p>
    </div>
  )
}

interface ViewNameProps {
  name: string
  taken: readonly string[]
  onRename: (name: string) => void
}

/** A name that becomes another when the field is left. */
function ViewName({ name, taken, onRename }: ViewNameProps) {
  const { t } = useTranslation('lists')
  const [typed, setTyped] = useState(name)
  const next = typed.trim()
  const isTaken = next !== name && taken.includes(next)
  const rename = () => {
    if (next === '' || isTaken) setTyped(name)
    else if (next !== name) onRename(next)
  }
  return (
    <Input
      aria-label={t('views.rename', { name })}
      aria-invalid={isTaken}
      maxLength={VIEW_NAME_MAX}
      value={typed}
      status={isTaken ? 'error' : ''}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={(event) => event.currentTarget.blur()}
      onBlur={rename}
    />
  )
}
