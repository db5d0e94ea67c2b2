import type { z } from 'zod'
import type { PackProblem } from './problem.ts'

type Issue = z.core.$ZodIssue
type Where = { file: string; root: unknown; section: string }

const kinds: Record<string, string> = {
  string: 'text: "…"',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list: [ … ]',
  object: 'an object: { … }',
  record: 'an object: { … }',
}

const formats: Record<string, string> = {
  email: 'an email address such as name@example.org',
  url: 'an address such as https://example.org/page',
}

const quoted = (words: readonly unknown[]): string => words.map((word) => JSON.stringify(word)).join(', ')

const valueAt = (root: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], root)

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 120))

/** A path as it is written in JSON: pages[0].questions[1].id */
const sayPath = (path: PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')

const sayLeast = ({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): string => {
  if (origin === 'array') return `a list of at least ${minimum}`
  if (origin === 'string') return 'text that is not empty'
  return inclusive ? `a number of at least ${minimum}` : `a number above ${minimum}`
}

const sayAlternative = (issues: Issue[]): string => {
  const [first] = issues
  if (first?.code === 'invalid_type' && first.path.length === 0) return kinds[first.expected] ?? first.expected
  if (first?.code === 'unrecognized_keys') return `an object without ${quoted(first.keys)}`
  return `{ ${quoted(first?.path.slice(0, 1) ?? [])}: … }`
}

const sayExpected = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? issue.expected
    case 'invalid_value':
      return `one of ${quoted(issue.values)}`
    case 'too_small':
      return sayLeast(issue)
    case 'too_big':
      return `a number of at most ${issue.maximum}`
    case 'invalid_format':
      return formats[issue.format] ?? issue.message
    case 'invalid_union':
      if ('options' in issue && Array.isArray(issue.options)) return `one of ${quoted(issue.options)}`
      return [...new Set(issue.errors.map(sayAlternative))].join(' or ')
    default:
      return issue.message
  }
}

const only = <T>(list: T[]): T | undefined => (list.length === 1 ? list[0] : undefined)

/** The one shape of several that was meant: what is wrong with it lies deeper than its first key, or it alone knows every key. */
const meantBy = (issue: Issue, value: unknown): Issue[] | undefined => {
  if (issue.code !== 'invalid_union') return undefined
  const inside = issue.errors.filter((issues) => issues.every(({ path }) => path.length > 0))
  const deeper = inside.find((issues) => issues.every(({ path }) => valueAt(value, path.slice(0, 1))))
  return deeper ?? only(inside)
}

/** What zod says of a file's value, in plain words: one problem, or one for each unknown key or deeper fault. */
export const sayIssue = (issue: Issue, where: Where): PackProblem[] => {
  const { file, root, section } = where
  const value = valueAt(root, issue.path)
  const meant = meantBy(issue, value)
  if (meant) return meant.flatMap((deeper) => sayIssue({ ...deeper, path: [...issue.path, ...deeper.path] }, where))
  const at = { file, path: sayPath(issue.path) }
  const shownIn = `docs/packs.md, under ${section}`
  if (issue.code === 'unrecognized_keys') {
    const remedy = `take it out, or correct its spelling: ${shownIn}, lists the keys`
    return issue.keys.map((key) => ({ ...at, found: `the key "${key}"`, expected: 'only keys that are known', remedy }))
  }
  const remedy = value === undefined ? `add it, as in ${shownIn}` : `write it as in ${shownIn}`
  return [{ ...at, found: shown(value), expected: sayExpected(issue), remedy }]
}
