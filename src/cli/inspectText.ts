import type { FieldFacts, FormFacts } from '../pdf/inspect.ts'

const LONGEST = 60

const short = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words)

const quoted = (words: string[]): string => words.map((word) => JSON.stringify(word)).join(' | ')

const holds = ({ value, states, options, maxLength }: FieldFacts): string => {
  const filled = [value].flat().filter((word) => word !== '')
  const offered = states ?? options
  return [
    filled.length > 0 ? `= ${quoted(filled)}` : '',
    offered ? `of ${quoted([...new Set(offered)])}` : '',
    maxLength ? `at most ${maxLength} characters` : '',
  ]
    .filter((part) => part !== '')
    .join(', ')
}

const HEAD = ['Page', 'Kind', 'Name', 'Value, and what it may be']

/** Rows as columns, each as wide as its widest cell; the last is left as it is. */
const table = (rows: string[][]): string[] => {
  const widths = HEAD.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  return rows.map((row) => row.map((cell, at) => (at < row.length - 1 ? cell.padEnd(widths[at]!) : cell)).join('  '))
}

const sizesOf = ({ pages }: FormFacts): string => {
  const sizes = [...new Set(pages.map(({ width, height }) => `${Math.round(width)} × ${Math.round(height)}`))]
  return `${pages.length} ${pages.length === 1 ? 'page' : 'pages'} of ${sizes.join(', ')} points`
}

/** What a PDF holds, for a person: a few lines on the file, and a line for each field. */
export const inspectText = (facts: FormFacts): string => {
  const { title, language, tagged, encrypted, fields } = facts
  const about = [
    `${title ? `“${title}”` : 'Without a title'}, ${sizesOf(facts)}`,
    `language ${language ?? 'not said'}; ${tagged ? 'tagged' : 'not tagged'}; ${encrypted ? 'encrypted' : 'not encrypted'}`,
  ]
  if (fields.length === 0) return [...about, '', 'No fields.'].join('\n')
  const rows = fields.map((field) => [String(field.page ?? 'none'), field.kind, short(field.name), short(holds(field))])
  return [...about, '', ...table([HEAD, ...rows])].map((line) => line.trimEnd()).join('\n')
}
