import { DownloadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { loadTemplate } from '../../api/imports'
import { useMe } from '../../app/me'
import { RefusalAlert } from '../../components/RefusalAlert'
import { saveFile } from '../../export/save-file'

/** Downloads the workbook to fill in. It needs the session's token, so that it cannot be a plain link. */
export function TemplateButton() {
  const { t } = useTranslation('import-records')
  const { site } = useMe()
  const loading = useMutation({
    mutationFn: () => loadTemplate(site?.code ?? ''),
    onSuccess: (file) => saveFile(file, t('templateName', { site: site?.name ?? '' })),
  })
  return (
    <Flex vertical gap={8} align="start">
      <Button icon={<DownloadOutlined />} loading={loading.isPending} onClick={() => loading.mutate()}>
        {t('template')}
      </Button>
      <RefusalAlert error={loading.error} namespace="import-records" />
    </Flex>
  )
}
