import { useQuery } from '@tanstack/react-query'
import { Flex } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DueOrders } from '../DueOrders'
import { PointsFigures } from '../PointsFigures'
import { QueueFigures } from '../QueueFigures'
import { SitesBelow } from '../SitesBelow'
import { TeamLoads } from '../TeamLoads'
import { DistrictMap } from '../map/DistrictMap'
import { districtMap } from '../map/district-map'
import { townPlacesQuery } from '../queries'

/** The dispatcher: how the queue stands, what is due first, where it is late, who still has hands. */
export default function DispatcherHome() {
  const { t } = useTranslation('home')
  const towns = useQuery(townPlacesQuery())
  const map = useMemo(() => districtMap(towns.data ?? []), [towns.data])
  return (
    <Flex vertical gap={16}>
      <QueueFigures />
      <div className="home-columns">
        <DueOrders />
        <TeamLoads />
      </div>
      <SitesBelow
        title={t('below.towns')}
        head={t('below.town')}
        picture={(below) =>
          map !== null && (
            <DistrictMap map={map} overdue={new Map(below.map(({ site, overdue }) => [site.code, overdue]))} />
          )
        }
      />
      <PointsFigures />
    </Flex>
  )
}
