import { Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../app/me'
import { DueOrders } from '../DueOrders'
import { OldestRecords } from '../OldestRecords'
import { PointsFigures } from '../PointsFigures'
import { QueueFigures } from '../QueueFigures'
import { QuietVillages } from '../QuietVillages'
import { SitesBelow } from '../SitesBelow'
import { SwitchedOff } from '../SwitchedOff'

/** The town officer: the orders of the town, its villages, records to review, and where nothing is offered or heard. */
export default function TownHome() {
  const { t } = useTranslation('home')
  const { site } = useMe()
  return (
    <Flex vertical gap={16}>
      <QueueFigures />
      <div className="home-columns">
        <DueOrders />
        <Flex vertical gap={16}>
          <SitesBelow title={t('below.villages')} head={t('below.village')} />
          <SwitchedOff />
        </Flex>
      </div>
      <PointsFigures />
      <div className="home-columns">
        {site !== null && <OldestRecords site={site.code} />}
        <QuietVillages />
      </div>
    </Flex>
  )
}
