import { PartitionOutlined } from '@ant-design/icons'
import { Button, Flex } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PointsFigures } from '../PointsFigures'
import { QueueFigures } from '../QueueFigures'
import { SitesBelow } from '../SitesBelow'
import { TeamLoads } from '../TeamLoads'

/** The dispatcher: how the queue stands, where it presses, who still has hands. */
export default function DispatcherHome() {
  const { t } = useTranslation('home')
  return (
    <Flex vertical gap={16}>
      <QueueFigures />
      <Flex wrap gap={8}>
        <Link to="/desk">
          <Button type="primary">{t('toDesk')}</Button>
        </Link>
        <Link to="/plan">
          <Button icon={<PartitionOutlined />}>{t('toPlan')}</Button>
        </Link>
      </Flex>
      <PointsFigures />
      <div className="home-columns">
        <SitesBelow title={t('below.towns')} />
        <TeamLoads />
      </div>
    </Flex>
  )
}
