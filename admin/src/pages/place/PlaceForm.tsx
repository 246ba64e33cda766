import type { Order } from '@practice/dispatch/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { Suspense, lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api/error'
import { placeOrder } from '../../api/orders'
import { refreshOrders } from '../../commands/useCommand'
import { RowsSkeleton } from '../../components/PageSkeleton'
import { RefusalAlert } from '../../components/RefusalAlert'
import { useFetchAhead } from '../../components/useFetchAhead'
import { useRefusalText } from '../../components/useRefusalText'
import { menuQuery } from '../../orders/queries'
import { ChosenItem } from './ChosenItem'
import { ItemMenu } from './ItemMenu'
import { SiteField } from './SiteField'
import { bodyOfDraft, requesterOf } from './draft'
import type { ChosenHousehold, PlaceDraft, PlaceValues } from './draft'
import { fieldErrorsOf } from './field-errors'
import { useAskedHousehold } from './useAskedHousehold'
import type { PlaceDrafting } from './usePlaceDraft'

const loadFields = () => import('./ItemFields').then((module) => ({ default: module.ItemFields }))
const ItemFields = lazy(loadFields)

interface PlaceFormProps {
  drafting: PlaceDrafting
  onPlaced: (order: Order) => void
}

/** The form from top to bottom: the site, the item, and once it is chosen, who needs it and how. */
export function PlaceForm({ drafting, onPlaced }: PlaceFormProps) {
  const { draft, change } = drafting
  const [form] = Form.useForm<PlaceValues>()
  const menu = useQuery({ ...menuQuery(draft.site ?? ''), enabled: draft.site !== null })
  const item = menu.data?.find(({ code }) => code === draft.item) ?? null
  const placing = usePlacing(drafting, onPlaced)
  const errorText = useFieldErrorText()
  useFetchAhead(loadFields)

  /** Fills in who it is for; without a household, the fields are there to be typed in. */
  function choose(household: ChosenHousehold | null, site = draft.site): void {
    const requester = requesterOf(household)
    form.setFieldValue('requester', requester)
    change({ site, household, values: { ...draft.values, requester } })
  }
  useAskedHousehold((household) => choose(household, household.siteCode))

  function send(values: PlaceValues): void {
    placing.mutate(
      { ...draft, values, hasForm: item !== null && item.form !== null },
      {
        onError: (error) => {
          for (const { name, message } of fieldErrorsOf(error)) {
            form.setFields([{ name: name as never, errors: [message ?? errorText(error)] }])
          }
          const [first] = fieldErrorsOf(error)
          if (first !== undefined) form.scrollToField(first.name as never, { block: 'center' })
        },
      },
    )
  }

  return (
    <Form<PlaceValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={draft.values}
      disabled={placing.isPending}
      scrollToFirstError={{ block: 'center' }}
      onValuesChange={(_, values) => change({ values })}
      onFinish={send}
    >
      <SiteField
        site={draft.site}
        onChange={(site) => (draft.household === null ? change({ site }) : choose(null, site))}
      />
      {item === null ? (
        <ItemMenu site={draft.site} menu={menu} missing={draft.item} onChoose={(code) => change({ item: code })} />
      ) : (
        <>
          <ChosenItem
            item={item}
            onAnother={() => {
              form.setFieldValue('form', undefined)
              change({ item: null })
            }}
          />
          <Suspense fallback={<RowsSkeleton />}>
            <ItemFields item={item} site={draft.site} household={draft.household} onHousehold={choose} />
            <Send placing={placing} renewKey={drafting.renewKey} />
          </Suspense>
        </>
      )}
    </Form>
  )
}

interface Sending extends PlaceDraft {
  hasForm: boolean
}

/** Places the draft under its key; a second tap and a second try after a lost connection are the same order. */
function usePlacing({ draft }: PlaceDrafting, onPlaced: (order: Order) => void) {
  const client = useQueryClient()
  return useMutation<Order, Error, Sending>({
    mutationFn: ({ hasForm, ...sent }) => {
      const body = bodyOfDraft(sent, hasForm)
      if (body === null) throw new Error('site and item are chosen before the button is there')
      return placeOrder(body, draft.key)
    },
    onSuccess: (order) => {
      void refreshOrders(client)
      onPlaced(order)
    },
  })
}

/** A malformed field in words; a refusal by its own sentence. */
function useFieldErrorText(): (error: unknown) => string {
  const { t } = useTranslation('place')
  const textOf = useRefusalText('place')
  return (error) => (error instanceof ApiError && error.status === 400 ? t('fieldInvalid') : textOf(error))
}

interface SendProps {
  placing: ReturnType<typeof usePlacing>
  renewKey: () => void
}

function Send({ placing, renewKey }: SendProps) {
  const { t } = useTranslation('place')
  const { error } = placing
  const isOtherBody = error instanceof ApiError && error.code === 'key_reused'
  const isBesideFields = fieldErrorsOf(error).length > 0
  return (
    <div className="place-thumb">
      {!isBesideFields && (
        <RefusalAlert
          error={error}
          namespace="place"
          action={
            isOtherBody && (
              <Button
                onClick={() => {
                  renewKey()
                  placing.reset()
                }}
              >
                {t('asNew')}
              </Button>
            )
          }
        />
      )}
      <Button type="primary" size="large" block htmlType="submit" loading={placing.isPending}>
        {t('send')}
      </Button>
    </div>
  )
}
