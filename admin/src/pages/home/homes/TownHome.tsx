import { Button, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PointsFigures } from '../PointsFigures'
import { QueueFigures } from '../QueueFigures'
import { SitesBelow } from '../SitesBelow'
import { SwitchedOff } from '../SwitchedOff'

/** The town officer: the orders of the town, its villages, and which items are switched off where. */
export default function TownHome() {
  const { t } = useTranslation('home')
  return (
    <Flex vertical gap={16}>
      <QueueFigures />
      <Flex wrap gap={8}>
        <Link to="/desk">
          <Button type="primary">{t('toDesk')}</Button>
        </Link>
        <Link to="/offerings">
          <Button>{t('toOfferings')}</Button>
        </Link>
      </Flex>
      <PointsFigures />
      <div className="home-columns">
        <SitesBelow title={t('below.villages')} />
        <SwitchedOff />
      </div>
    </Flex>
  )
}
