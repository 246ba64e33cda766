/** What keeps a type of Strapi's read only: handlers for its lifecycles. */
export interface ReadOnly {
  beforeCreate(): void
  beforeCreateMany(): void
  beforeUpdate(): void
  beforeUpdateMany(): void
  beforeDelete(): void
  beforeDeleteMany(): void
}

/**
 * Handlers that refuse every write that comes through Strapi: the content manager, the document service and any code
 * that uses them. Only the system may add rows, and change them where `systemUpdates` says so. `refuse` throws. What a
 * plugin does by SQL of its own passes by.
 */
export function readOnly(rule: { isSystem(): boolean; refuse(): never; systemUpdates?: boolean }): ReadOnly {
  const never = () => rule.refuse()
  const systemOnly = () => {
    if (!rule.isSystem()) rule.refuse()
  }
  const updating = rule.systemUpdates === true ? systemOnly : never
  return {
    beforeCreate: systemOnly,
    beforeCreateMany: systemOnly,
    beforeUpdate: updating,
    beforeUpdateMany: updating,
    beforeDelete: never,
    beforeDeleteMany: never,
  }
}
