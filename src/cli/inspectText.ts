import type { FieldFacts, FormFacts } from '../pdf/found/inspect.ts'
import { counted } from './counted.ts'

const LONGEST = 60

const short = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words)

const quoted = (words: string[]): string => words.map((word) => JSON.stringify(word)).join(' | ')

const holds = ({ value, states, options, maxLength, multiline, hidden }: FieldFacts): string => {
  const filled = [value].flat().filter((word) => word !== '')
  const offered = states ?? options
  return [
    filled.length > 0 ? `= ${quoted(filled)}` : '',
    offered ? `of ${quoted([...new Set(offered)])}` : '',
    multiline ? 'lines of text' : '',
    maxLength ? `at most ${counted(maxLength, 'character')}` : '',
    hidden ? 'hidden' : '',
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

const sayPages = ({ pages }: FormFacts): string => {
  const sizes = new Set(pages.map(({ width, height }) => `${Math.round(width)} × ${Math.round(height)}`))
  return `${counted(pages.length, 'page')} of ${[...sizes].join(', ')} points`
}

const sayBase = ({ base, because }: FormFacts): string => {
  if (base === 'original') return 'Answers are appended to the file’s own bytes.'
  return `Answers are appended to one full save of the file${because ? `: ${because.replace(/\.$/, '')}` : ''}.`
}

const sayFields = (fields: FieldFacts[]): string[] => {
  if (fields.length === 0) return []
  const rows = fields.map((field) => [String(field.page ?? '–'), field.kind, short(field.name), short(holds(field))])
  return ['', ...table([HEAD, ...rows])]
}

/** What a PDF holds, for a person: what it is, what is done about what was found in it, and a line for each field. */
export const inspectText = (facts: FormFacts): string => {
  const { title, language, tagged, encrypted, notes, fields } = facts
  const kinds = [tagged ? 'tagged' : 'not tagged', encrypted ? 'encrypted' : 'not encrypted']
  return [
    `${title ? `“${title}”` : 'Without a title'}, ${sayPages(facts)}`,
    `language ${language ?? 'not said'}; ${kinds.join('; ')}`,
    sayBase(facts),
    ...notes,
    ...sayFields(fields),
  ]
    .map((line) => line.trimEnd())
    .join('\n')
}
