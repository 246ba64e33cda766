import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { ApiError } from '../../api/error'
import { CellWriter } from './cell-writer'
import type { Column, Offerings } from './matrix-model'
import { catalogueQuery, categoriesQuery, inheritedMenuQuery, saveSetting, settingsKey, settingsQuery } from './queries'
import type { CategoryRow } from './queries'
import { NOTHING_SAID, keyOf } from './setting'
import type { CellRef, ItemRow, OfferingRow, Setting } from './setting'

const WRITE_AFTER_MS = 600

/** Something that was switched, so that it can be said, and taken back. */
export interface Change {
  cell: CellRef
  before: boolean | null
  after: boolean | null
}

/** A change that the server refused. */
export interface FailedChange {
  cell: CellRef
  wanted: boolean | null
  cause: unknown
}

/** The matrix of a site with what can be done to it. */
export interface OfferingsDesk {
  offerings: Offerings
  items: readonly ItemRow[]
  categories: readonly CategoryRow[]
  isReady: boolean
  error: unknown
  reload: () => void
  /** Says of a cell whether the item is offered there; null takes the word back. Shows at once. */
  switchTo: (cell: CellRef, enabled: boolean | null) => void
  /** What was switched last and can be taken back. */
  lastChange: Change | null
  undo: () => void
  failure: FailedChange | null
  dismissFailure: () => void
  /** Writes a whole setting. Throws `ApiError`. */
  save: (cell: CellRef, setting: Setting) => Promise<void>
}

/** Loads the matrix of these columns, whose highest inherits the menu of `parentCode`, and carries changes out. */
export function useOfferings(columns: readonly Column[], parentCode: string | null): OfferingsDesk {
  const codes = useMemo(() => columns.map(({ code }) => code), [columns])
  const [items, categories, menu, settings] = useQueries({
    queries: [catalogueQuery(), categoriesQuery(), inheritedMenuQuery(parentCode), settingsQuery(codes)],
  })
  const { write, save: saveRow } = useRows(codes)
  const [failure, setFailure] = useState<FailedChange | null>(null)
  const [changes, setChanges] = useState<readonly Change[]>([])

  const writer = useMemo(
    () =>
      new CellWriter({
        write,
        delayMs: WRITE_AFTER_MS,
        onFailed: (cell, wanted, cause) => {
          setFailure({ cell, wanted, cause })
          setChanges((list) => list.filter((change) => keyOf(change.cell) !== keyOf(cell)))
        },
      }),
    [write],
  )
  useEffect(() => () => writer.flush(), [writer])
  const pending = useSyncExternalStore(writer.subscribe, writer.pending)

  const offerings = useMemo<Offerings>(
    () => ({
      columns,
      settings: new Map((settings.data ?? []).map((row) => [keyOf(row), row])),
      menu: menu.data ?? new Map(),
      pending,
    }),
    [columns, settings.data, menu.data, pending],
  )

  function switchTo(cell: CellRef, after: boolean | null): void {
    const key = keyOf(cell)
    const isGoingOn = pending.has(key)
    const before = isGoingOn ? (pending.get(key) ?? null) : (offerings.settings.get(key)?.enabled ?? null)
    setFailure(null)
    setChanges((list) => {
      const last = list.at(-1)
      const continues = isGoingOn && last !== undefined && keyOf(last.cell) === key
      return continues ? [...list.slice(0, -1), { ...last, after }] : [...list, { cell, before, after }]
    })
    writer.want(cell, after)
  }

  function undo(): void {
    const last = changes.at(-1)
    if (last === undefined) return
    setChanges(changes.slice(0, -1))
    setFailure(null)
    writer.want(last.cell, last.before)
  }

  async function save(cell: CellRef, setting: Setting): Promise<void> {
    await writer.settled()
    await saveRow(cell, () => setting)
    setChanges((list) => list.filter((change) => keyOf(change.cell) !== keyOf(cell)))
  }

  const queries = [items, categories, menu, settings]
  return {
    offerings,
    items: items.data ?? [],
    categories: categories.data ?? [],
    isReady: queries.every((query) => query.data !== undefined),
    error: queries.find((query) => query.data === undefined && query.isError)?.error ?? null,
    reload: () => {
      for (const query of queries) void query.refetch()
    },
    switchTo,
    lastChange: changes.at(-1) ?? null,
    undo,
    failure,
    dismissFailure: () => setFailure(null),
    save,
  }
}

/** Writing of settings, with the loaded list kept in step. After a refusal the list is asked for anew. */
function useRows(codes: readonly string[]) {
  const client = useQueryClient()

  const save = useCallback(
    async (cell: CellRef, settingFor: (row: OfferingRow | undefined) => Setting): Promise<void> => {
      const key = settingsKey(codes)
      const isCell = (row: OfferingRow) => keyOf(row) === keyOf(cell)
      const rowNow = () => client.getQueryData<OfferingRow[]>(key)?.find(isCell)
      const row = rowNow()
      let kept: OfferingRow | null
      try {
        kept = await saveSetting(cell, row, settingFor(row))
      } catch (cause) {
        if (!(cause instanceof ApiError)) throw cause
        await client.invalidateQueries({ queryKey: key })
        // Somebody else made the row, or took it away: what is wanted is still the same.
        if (rowNow()?.documentId === row?.documentId) throw cause
        kept = await saveSetting(cell, rowNow(), settingFor(rowNow()))
      }
      await client.cancelQueries({ queryKey: key })
      client.setQueryData<OfferingRow[]>(key, (rows = []) => [
        ...rows.filter((other) => !isCell(other)),
        ...(kept === null ? [] : [kept]),
      ])
    },
    [client, codes],
  )

  const write = useCallback(
    (cell: CellRef, enabled: boolean | null) => save(cell, (row) => ({ ...(row ?? NOTHING_SAID), enabled })),
    [save],
  )

  return { save, write }
}
