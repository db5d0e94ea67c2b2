import { tableOf } from '../bars.ts'
import { rowsTable, type Work } from './rows.ts'
import type { Found } from './run.ts'

const BEGIN = '<!-- forms:begin -->'
const END = '<!-- forms:end -->'

const titles: Record<Work, string> = {
  fill: 'Filling one form',
  'first fill': 'The first fill after a start',
  'many fills': 'Filling for many people',
  'read back': 'The read-back',
  http: 'Over HTTP, on one core',
  'print run': 'Printing for many people',
}

/** All that was found, as Markdown: the bars first, then a table for each work. */
export const foundInWords = ({ rows, figures }: Found): string =>
  [
    tableOf(figures),
    ...[...Map.groupBy(rows, ({ work }) => work)].map(([work, own]) => `**${titles[work]}**\n\n${rowsTable(own)}`),
  ].join('\n\n')

/** A document with what was found between its two marks; the rest stays. Throws where the marks are missing. */
export const withFound = (document: string, found: Found, when: string): string => {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)]
  if (begin < 0 || end < begin)
    throw new Error(`The document has no place for the figures: put ${BEGIN} and ${END} into it`)
  return `${document.slice(0, begin + BEGIN.length)}\n${when}\n\n${foundInWords(found)}\n${document.slice(end)}`
}
