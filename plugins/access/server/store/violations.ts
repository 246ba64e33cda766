/** The attribute whose uniqueness an error of the database is about, or null when it is about anything else. */
export function uniqueViolationOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const { code, detail } = error as Error & { code?: unknown; detail?: unknown }
  if (code === 'SQLITE_CONSTRAINT_UNIQUE') return attributeNamed(/failed: \w+\.(\w+)/.exec(error.message)?.[1])
  if (code === '23505') return attributeNamed(/^Key \((\w+)/.exec(String(detail))?.[1])
  return null
}

function attributeNamed(column: string | undefined): string {
  return (column ?? 'code').replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}
