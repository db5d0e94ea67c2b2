import type { z } from 'zod'
import type { PackProblem } from './problem.ts'

const remedies: Record<string, string> = {
  unrecognized_keys: 'take the unknown key out, or correct its spelling (docs/packs.md lists the keys)',
  invalid_type: 'add the value, or write it in the expected form (docs/packs.md shows an example)',
}

const valueAt = (root: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], root)

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 120))

/** A path as it is written in JSON: pages[0].questions[1].id */
const sayPath = (path: PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')

const problemOf = (file: string, root: unknown, issue: z.core.$ZodIssue): PackProblem => ({
  file,
  path: sayPath(issue.path),
  found: shown(valueAt(root, issue.path)),
  expected: issue.message,
  remedy: remedies[issue.code] ?? 'write the value in the expected form (docs/packs.md shows an example)',
})

/** The bytes of one file of a pack as its shape, or every problem with it; bytes are null where the file is missing. */
export const readJson = <Shape extends z.ZodType>(
  file: string,
  bytes: Uint8Array | null,
  shape: Shape,
): { value: z.infer<Shape>; problems: [] } | { value: null; problems: PackProblem[] } => {
  const wrong = (found: string, remedy: string) => ({
    value: null,
    problems: [{ file, path: '', found, expected: 'a file of JSON in UTF-8', remedy }],
  })
  if (!bytes) return wrong('no such file', `add ${file} to the pack's folder`)
  let root: unknown
  try {
    root = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error), 'mend the JSON where the message points')
  }
  const parsed = shape.safeParse(root)
  if (parsed.success) return { value: parsed.data, problems: [] }
  return { value: null, problems: parsed.error.issues.map((issue) => problemOf(file, root, issue)) }
}
