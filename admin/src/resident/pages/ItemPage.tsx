import type { MenuItem } from '@practice/dispatch/contracts'
import { useTranslation } from 'react-i18next'
import { categoryAddress, MY_ADDRESS } from '../address'
import { loadHousehold, loadMenu } from '../data/requests'
import { useLoad } from '../data/useLoad'
import { useResident } from '../me'
import { Link } from '../navigation'
import { Loadable } from '../parts/Loadable'
import { Page } from '../parts/Page'
import { OrderForm } from './OrderForm'

/** One item: what one has to know of it, and its form. */
export function ItemPage({ code }: { code: string }) {
  const { t } = useTranslation('resident')
  const { site } = useResident()
  const menu = useLoad(`menu/${site.code}`, (signal) => loadMenu(site.code, signal))
  const household = useLoad('household', loadHousehold)
  const item = menu.data?.find((one) => one.code === code)
  const back =
    item === undefined
      ? { to: MY_ADDRESS.menu, label: t('menu.categories') }
      : { to: categoryAddress(item.category.code), label: item.category.name }
  return (
    <Page title={item?.name ?? t('item.title')} back={back}>
      <Loadable loaded={menu} lines={5}>
        {() =>
          item === undefined ? (
            <div className="my-empty">
              <p>{t('item.gone')}</p>
              <Link className="my-button" to={MY_ADDRESS.menu}>
                {t('menu.back')}
              </Link>
            </div>
          ) : (
            <>
              <About item={item} />
              <Loadable loaded={household} lines={3}>
                {(own) => <OrderForm key={item.code} item={item} household={own} />}
              </Loadable>
            </>
          )
        }
      </Loadable>
    </Page>
  )
}

function About({ item }: { item: MenuItem }) {
  const { t } = useTranslation('resident')
  const facts = [
    { key: 'handling', value: t(`handling.${item.handling}`) },
    { key: 'days', value: t('item.daysOf', { count: item.resolveDays }) },
    { key: 'hours', value: item.hours },
    { key: 'contact', value: item.contact },
    { key: 'materials', value: item.materials.join(t('form.separator')) },
  ].filter(({ value }) => value !== null && value !== '')
  return (
    <dl className="my-facts">
      {facts.map(({ key, value }) => (
        <div key={key}>
          <dt>{t(`item.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
