/**
 * A cache that forgets: each entry after `lifetimeMs`, the oldest when there are more than `limit`, all at `drop`. A
 * value whose loading began before a drop is handed to whoever waits for it, but not kept.
 */
export class BoundedCache<Key, Value> {
  readonly #entries = new Map<Key, { value: Promise<Value>; until: number }>()

  constructor(
    private readonly limit: number,
    private readonly lifetimeMs: number,
  ) {}

  /** The value of `key`, loaded when it is not here or too old; callers at the same time share one load. */
  get(key: Key, load: () => Promise<Value>): Promise<Value> {
    const now = Date.now()
    const known = this.#entries.get(key)
    if (known !== undefined && known.until > now) return known.value
    const value = load()
    const entry = { value, until: now + this.lifetimeMs }
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    this.#evict()
    value.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key)
    })
    return value
  }

  /** Forgets everything. */
  drop(): void {
    this.#entries.clear()
  }

  #evict(): void {
    for (const key of this.#entries.keys()) {
      if (this.#entries.size <= this.limit) return
      this.#entries.delete(key)
    }
  }
}
