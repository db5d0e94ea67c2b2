import type { FormKind } from './material/drawForm.ts'
import type { Text } from './material/responses.ts'

/** What was measured. */
export type Work = 'fill' | 'first fill' | 'many fills' | 'read back' | 'print run' | 'http'

/**
 * One measured row. Of fills, `perSecond` and `medianMs` are the middle round's, in a processor's time and with all garbage
 * collected in it; elsewhere time is the clock's and `medianMs` the middle one of single times. `bytes` is the file's size,
 * `peakMiB` the whole process's, `paper` how many of the text answers stand on the paper, `embedded`
 * whether fields and notes are shown in fonts that lie in the file; both null where nobody looked.
 */
export type Row = {
  work: Work
  form: FormKind
  text: Text
  name: string
  perSecond: number
  medianMs: number
  bytes: number
  peakMiB: number | null
  paper: string | null
  embedded: boolean | null
}

/** Whether every answer of a row's file stands on the paper. */
export const isWhole = ({ paper }: Row): boolean => {
  const [found, all] = (paper ?? '').split('/')
  return all !== undefined && found === all
}

const digits = (value: number) =>
  (value >= 100 ? Math.round(value) : Number(value.toPrecision(3))).toLocaleString('en-GB')

const cells = ({ form, text, name, perSecond, medianMs, bytes, peakMiB, paper, embedded }: Row): string[] => [
  `${form}, ${text}`,
  name,
  digits(perSecond),
  digits(medianMs),
  bytes.toLocaleString('en-GB'),
  peakMiB === null ? '' : digits(peakMiB),
  `${paper ?? ''}${embedded === false ? ', font not embedded' : ''}`,
]

const HEAD = ['form and answers', 'who', 'a second', 'median ms', 'bytes', 'peak MiB', 'on paper']

/** Rows of one work as a Markdown table. */
export const rowsTable = (rows: Row[]): string =>
  [HEAD, HEAD.map(() => '---'), ...rows.map(cells)].map((row) => `| ${row.join(' | ')} |`).join('\n')
