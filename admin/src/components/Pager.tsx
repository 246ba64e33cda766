import { Pagination } from 'antd'
import type { PaginationProps } from 'antd'
import { cloneElement, isValidElement } from 'react'
import type { HTMLAttributes } from 'react'
import { useTranslation } from 'react-i18next'

/** Ant Design's pagination, whose arrows have names: they are icons, and those say nothing. */
export function Pager(props: PaginationProps) {
  const { t } = useTranslation('common')
  return (
    <Pagination
      {...props}
      itemRender={(_page, type, element) =>
        type === 'page' || !isValidElement<HTMLAttributes<HTMLElement>>(element)
          ? element
          : cloneElement(element, { 'aria-label': t(`pager.${type}`) })
      }
    />
  )
}
