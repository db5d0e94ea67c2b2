import type { z } from 'zod'
import type { PackProblem } from './problem.ts'
import { sayIssue } from './sayIssue.ts'

type Reading<Value> = { value: Value; problems: [] } | { value: null; problems: PackProblem[] }

/**
 * The bytes of a file as its shape, or every problem with it; bytes are null where the file is missing.
 * `section` is the part of docs/packs.md that describes such a file.
 */
export const readJson = <Shape extends z.ZodType>(
  file: string,
  bytes: Uint8Array | null,
  shape: Shape,
  section = file,
): Reading<z.infer<Shape>> => {
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
  return { value: null, problems: parsed.error.issues.flatMap((issue) => sayIssue(issue, { file, root, section })) }
}
