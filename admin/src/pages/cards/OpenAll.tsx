import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../../app/me'
import { DialogFrame } from '../../components/DialogFrame'
import { RefusalAlert } from '../../components/RefusalAlert'
import { refreshPoints } from '../../scoring/record-view/requests'
import { openCards } from './requests'

/** Opens a card for every household that has none. */
export function OpenAll({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['cards', 'common'])
  const { site } = useMe()
  const client = useQueryClient()
  const opening = useMutation({
    mutationFn: () => openCards({ site: site?.code ?? '' }),
    onSettled: () => void refreshPoints(client),
  })
  const opened = opening.data
  return (
    <DialogFrame
      title={t('open.all')}
      isOpen
      onClose={onClose}
      footer={
        opened === undefined ? (
          <>
            <Button onClick={onClose}>{t('common:action.notNow')}</Button>
            <Button type="primary" loading={opening.isPending} onClick={() => opening.mutate()}>
              {t('open.do')}
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>{t('common:action.close')}</Button>
        )
      }
    >
      {opened === undefined && <p className="cards-text">{t('open.allText', { site: site?.name ?? '' })}</p>}
      {opened?.length === 0 && <p className="cards-text">{t('open.noneLeft')}</p>}
      {opened !== undefined && opened.length > 0 && (
        <p className="cards-text" role="status">
          {t('open.done', { count: opened.length })} <Link to="/cards/print?since=today">{t('open.print')}</Link>
        </p>
      )}
      <RefusalAlert error={opening.error} namespace="scoring" />
    </DialogFrame>
  )
}
