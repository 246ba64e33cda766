import { useQuery } from '@tanstack/react-query'
import { isWithin } from '@practice/kernel'
import { Flex, Form, Input, Select, Skeleton } from 'antd'
import { Suspense, lazy, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { sitesQuery } from '../../api/directory'
import { useMe } from '../../app/me'
import { useIsPhone } from '../../components/useIsPhone'
import { CoverInput } from './CoverInput'
import { AUTHOR_LENGTH, SUMMARY_LENGTH, TITLE_LENGTH } from './article'
import type { Problems } from './article'
import { themesQuery } from './queries'
import type { WrittenArticle } from './useArticleValues'

const RichTextEditor = lazy(() => import('../../components/rich-text/RichTextEditor'))

interface ArticleFieldsProps {
  written: WrittenArticle
  problems: Problems
  /** Where the editor's buttons stay while one scrolls, in pixels from the top. */
  stickyTop: number
}

/** What one writes of an article. */
export function ArticleFields({ written, problems, stickyTop }: ArticleFieldsProps) {
  const { t } = useTranslation('articles')
  const id = useId()
  const me = useMe()
  const isPhone = useIsPhone()
  const themes = useQuery(themesQuery())
  const sites = useQuery(sitesQuery())
  const { values, change } = written
  const mySite = me.site?.code
  const own = (sites.data ?? []).filter(({ code }) => mySite !== undefined && isWithin(code, mySite))

  /** The problem of a field as antd draws it below the input. */
  function said(field: keyof Problems) {
    const problem = problems[field]
    return problem === undefined ? {} : ({ validateStatus: 'error', help: t(`problem.${problem}`) } as const)
  }

  return (
    <Form layout="vertical" component="div">
      <Form.Item label={t('field.title')} htmlFor={`${id}-title`} required {...said('title')}>
        <Input
          id={`${id}-title`}
          size="large"
          value={values.title}
          maxLength={TITLE_LENGTH}
          showCount
          onChange={(event) => change({ title: event.target.value })}
        />
      </Form.Item>
      <Form.Item
        label={t('field.summary')}
        htmlFor={`${id}-summary`}
        extra={t('field.summaryHint')}
        {...said('summary')}
      >
        <Input.TextArea
          id={`${id}-summary`}
          value={values.summary}
          maxLength={SUMMARY_LENGTH}
          showCount
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => change({ summary: event.target.value })}
        />
      </Form.Item>
      <Flex gap={isPhone ? 0 : 16} vertical={isPhone}>
        <Form.Item label={t('field.theme')} htmlFor={`${id}-theme`} style={{ flex: 1 }} {...said('theme')}>
          <Select
            id={`${id}-theme`}
            allowClear
            value={values.theme}
            loading={themes.isPending}
            placeholder={t('common:form.choose')}
            options={(themes.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(theme: string | undefined) => change({ theme: theme ?? null })}
          />
        </Form.Item>
        <Form.Item label={t('field.site')} htmlFor={`${id}-site`} style={{ flex: 1 }} required {...said('site')}>
          <Select
            id={`${id}-site`}
            showSearch
            optionFilterProp="label"
            value={values.site}
            loading={sites.isPending}
            options={own.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(site) => change({ site })}
          />
        </Form.Item>
        <Form.Item label={t('field.author')} htmlFor={`${id}-author`} style={{ flex: 1 }} {...said('author')}>
          <Input
            id={`${id}-author`}
            value={values.author}
            maxLength={AUTHOR_LENGTH}
            onChange={(event) => change({ author: event.target.value })}
          />
        </Form.Item>
      </Flex>
      <Form.Item label={t('field.cover')} {...said('cover')}>
        <CoverInput value={values.cover} onChange={(cover) => change({ cover })} />
      </Form.Item>
      <Form.Item label={t('field.body')} htmlFor={`${id}-body`} required {...said('body')}>
        <Suspense fallback={<Skeleton active title={false} paragraph={{ rows: 8 }} />}>
          <RichTextEditor
            key={written.bodyKey}
            id={`${id}-body`}
            label={t('field.body')}
            initial={values.body}
            isInvalid={problems.body !== undefined}
            stickyTop={stickyTop}
            onChange={(body) => change({ body })}
          />
        </Suspense>
      </Form.Item>
    </Form>
  )
}
