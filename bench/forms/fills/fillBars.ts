import { atLeast, atMost, type Figure, told } from '../../bars.ts'
import { COPY, listed, OURS, PDF_LIB } from '../peers/list.ts'
import { isWhole, type Row } from '../rows.ts'

/** The same form and answers, as often as the row stands for them in the table. */
const together = (rows: Row[]): Row[][] => [...Map.groupBy(rows, ({ form, text }) => `${form}, ${text}`).values()]

const fastest = (rows: Row[]): Row | undefined => rows.toSorted((a, b) => b.perSecond - a.perSecond)[0]

/**
 * A hundred times pdf-lib is asked of fields. On flat pages it lays nothing out, and a copy of the bytes alone is not a
 * hundred times as fast as that: there the ratio is told.
 */
const beside = (rows: Row[]): Figure[] => {
  const named = (name: string) => rows.find((row) => row.name === name)
  const [own, pdfLib, copy] = [named(OURS), named(PDF_LIB), named(COPY)]
  if (!own || !pdfLib || !copy) throw new Error('The product, pdf-lib or the floor has no row')
  const on = `${own.form}, ${own.text}`
  const times = own.perSecond / pdfLib.perSecond
  const whole = fastest(rows.filter((row) => listed(row.name).role === 'peer' && isWhole(row)))
  return [
    own.form === 'fillable' ? atLeast(`${on}: ${PDF_LIB} × `, times, 100, '') : told(`${on}: ${PDF_LIB} ×`, times, ''),
    ...(whole
      ? [atLeast(`${on}: ${whole.name}, the fastest that is whole, ×`, own.perSecond / whole.perSecond, 10, '')]
      : []),
    ...rows
      .filter(({ name }) => listed(name).role === 'aided')
      .map((row) => told(`${on}: ${row.name}, ×`, own.perSecond / row.perSecond, '')),
    atMost(`${on}: our time, as often as the copy's`, copy.perSecond / own.perSecond, 3, '×'),
  ]
}

/** How fast the product fills beside pdf-lib, beside the fastest peer that loses no answer, and beside a bare copy. */
export const fillBars = (rows: Row[]): Figure[] => together(rows).flatMap(beside)
