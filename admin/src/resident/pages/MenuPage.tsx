import type { MenuItem } from '@practice/dispatch/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { articleAddress, categoryAddress, itemAddress, MY_ADDRESS } from '../address'
import { loadMenu, loadNews } from '../data/requests'
import { useLoad } from '../data/useLoad'
import { useResident } from '../me'
import { Link } from '../navigation'
import { Loadable } from '../parts/Loadable'
import { Page } from '../parts/Page'
import { useTimeWords } from '../useWords'

const NEWS_MAX = 2

/** What the own village offers, by category; what it has switched off is not there. */
export function MenuPage() {
  const { t } = useTranslation('resident')
  const { site } = useResident()
  const menu = useLoad(`menu/${site.code}`, (signal) => loadMenu(site.code, signal))
  return (
    <Page title={t('menu.title', { site: site.name })}>
      <Loadable loaded={menu} lines={6}>
        {(items) => <Finder items={items} />}
      </Loadable>
      <LatestNews />
    </Page>
  )
}

/** The items of one category. */
export function CategoryPage({ code }: { code: string }) {
  const { t } = useTranslation('resident')
  const { site } = useResident()
  const menu = useLoad(`menu/${site.code}`, (signal) => loadMenu(site.code, signal))
  const items = menu.data?.filter(({ category }) => category.code === code) ?? []
  return (
    <Page
      title={items[0]?.category.name ?? t('menu.title', { site: site.name })}
      back={{ to: MY_ADDRESS.menu, label: t('menu.categories') }}
    >
      <Loadable loaded={menu}>
        {() => (items.length === 0 ? <p className="my-empty">{t('menu.none')}</p> : <ItemList items={items} />)}
      </Loadable>
    </Page>
  )
}

function Finder({ items }: { items: readonly MenuItem[] }) {
  const { t } = useTranslation('resident')
  const [searched, setSearched] = useState('')
  const word = searched.trim()
  const found = word === '' ? [] : items.filter(({ name }) => name.includes(word))
  if (items.length === 0) return <p className="my-empty">{t('menu.none')}</p>
  return (
    <>
      <label className="visually-hidden" htmlFor="my-search">
        {t('menu.search')}
      </label>
      <input
        id="my-search"
        className="my-input my-search"
        type="search"
        placeholder={t('menu.search')}
        value={searched}
        onChange={(event) => setSearched(event.target.value)}
      />
      <p role="status" className={found.length === 0 && word !== '' ? 'my-empty' : 'visually-hidden'}>
        {word !== '' && t(found.length === 0 ? 'menu.notFound' : 'menu.found', { count: found.length, word })}
      </p>
      {word === '' ? <Categories items={items} /> : <ItemList items={found} />}
    </>
  )
}

function Categories({ items }: { items: readonly MenuItem[] }) {
  const { t } = useTranslation('resident')
  const categories = new Map<string, { name: string; count: number }>()
  for (const { category } of items) {
    categories.set(category.code, { name: category.name, count: (categories.get(category.code)?.count ?? 0) + 1 })
  }
  return (
    <ul className="my-tiles" aria-label={t('menu.categories')}>
      {[...categories].map(([code, { name, count }]) => (
        <li key={code}>
          <Link to={categoryAddress(code)}>
            <strong>{name}</strong>
            <span className="my-quiet num">{t('menu.count', { count })}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function ItemList({ items }: { items: readonly MenuItem[] }) {
  const { t } = useTranslation('resident')
  return (
    <ul className="my-list">
      {items.map((item) => (
        <li key={item.code}>
          <Link to={itemAddress(item.code)}>
            <strong>{item.name}</strong>
            <span className="my-quiet">
              {t('menu.facts', { handling: t(`handling.${item.handling}`), count: item.resolveDays })}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function LatestNews() {
  const { t } = useTranslation('resident')
  const { day } = useTimeWords()
  const news = useLoad('news/1', (signal) => loadNews(1, signal))
  const latest = news.data?.data.slice(0, NEWS_MAX) ?? []
  if (latest.length === 0) return null
  return (
    <section className="my-section" aria-labelledby="my-latest">
      <div className="my-head">
        <h2 id="my-latest">{t('news.title')}</h2>
        <Link to={MY_ADDRESS.news}>{t('news.all')}</Link>
      </div>
      <ul className="my-list">
        {latest.map(({ documentId, title, publishedAt }) => (
          <li key={documentId}>
            <Link to={articleAddress(documentId)}>
              <strong>{title}</strong>
              {publishedAt !== null && <span className="my-quiet">{day(publishedAt)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
