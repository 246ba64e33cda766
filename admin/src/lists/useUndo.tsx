import { App, Button } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

const SHOWN_SECONDS = 10

/** Says what was done, with a button that takes it back for as long as it is said. Needs the namespace `lists`. */
export function useUndo(): (done: string, undo: () => Promise<unknown>) => void {
  const { message } = App.useApp()
  const { t } = useTranslation('lists')
  return useCallback(
    (done, undo) => {
      const key = `undo-${done}`
      const takeBack = () => {
        message.destroy(key)
        undo().then(
          () => void message.success(t('undo.done')),
          () => void message.error(t('undo.failed')),
        )
      }
      void message.success({
        key,
        duration: SHOWN_SECONDS,
        content: (
          <>
            {done}{' '}
            <Button type="link" onClick={takeBack}>
              {t('undo.button')}
            </Button>
          </>
        ),
      })
    },
    [message, t],
  )
}
