import { useQuery } from '@tanstack/react-query'
import { Flex, Form, Input, Select, Skeleton } from 'antd'
import { Suspense, lazy, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Opening } from '../../components/Opening'
import { useIsPhone } from '../../components/useIsPhone'
import { SiteSelect } from '../../directory/SiteSelect'
import { ArticlePictures } from './ArticlePictures'
import { CoverInput } from './CoverInput'
import { AUTHOR_LENGTH, SUMMARY_LENGTH, TITLE_LENGTH } from './article'
import type { Problems } from './article'
import { usePictureDesk } from './picture/usePictureDesk'
import { notesOf, textOfCover } from './pictures'
import { themesQuery } from './queries'
import type { WrittenArticle } from './useArticleValues'

const RichTextEditor = lazy(() => import('../../components/rich-text/RichTextEditor'))
const PictureDialog = lazy(() => import('./picture/PictureDialog'))

/** Where the pictures of the article are listed: what they lack is made up for there. */
export const PICTURES_ID = 'article-pictures'

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
  const isPhone = useIsPhone()
  const themes = useQuery(themesQuery())
  const { values, change } = written
  const pictures = usePictureDesk(written)
  const notes = notesOf(values)

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
          <SiteSelect
            id={`${id}-site`}
            label={t('field.site')}
            value={values.site}
            onChange={(site) => site !== null && change({ site })}
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
        <CoverInput
          value={values.cover}
          text={values.cover === null ? '' : textOfCover(values.cover, values.pictures)}
          onChoose={pictures.addCover}
          onOpen={() => values.cover !== null && pictures.open(values.cover.url)}
          onRemove={() => change({ cover: null })}
        />
      </Form.Item>
      <Form.Item label={t('field.body')} htmlFor={`${id}-body`} required {...said('body')}>
        <Suspense fallback={<EditorComing />}>
          <RichTextEditor
            key={written.bodyKey}
            id={`${id}-body`}
            label={t('field.body')}
            initial={values.body}
            isInvalid={problems.body !== undefined}
            stickyTop={stickyTop}
            control={pictures.control}
            onChange={(body) => change({ body })}
            onPictures={pictures.addToText}
            onPicture={pictures.open}
          />
        </Suspense>
      </Form.Item>
      {notes.length > 0 && (
        <section id={PICTURES_ID} aria-label={t('pictures.title')} style={{ scrollMarginTop: stickyTop }}>
          <Form.Item label={t('pictures.title')} required {...said('pictures')}>
            <ArticlePictures pictures={notes} onOpen={pictures.open} />
          </Form.Item>
        </section>
      )}
      {pictures.task !== null && (
        <Opening>
          <PictureDialog
            key={pictures.place.at}
            source={pictures.task.source}
            note={pictures.task.note}
            sides={pictures.task.place === 'cover' ? 'wide' : 'free'}
            place={pictures.place}
            onDone={pictures.finish}
            onCancel={pictures.cancel}
          />
        </Opening>
      )}
    </Form>
  )
}

/** The editor's code is the heaviest of the console: until it has come one sees where it will stand. */
function EditorComing() {
  const { t } = useTranslation('articles')
  return (
    <div role="status" aria-label={t('editor.coming')}>
      <Skeleton active title={false} paragraph={{ rows: 8 }} />
    </div>
  )
}
