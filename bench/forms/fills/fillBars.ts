import { atLeast, atMost, type Figure, told } from '../../bars.ts'
import { COPY, listed, OURS, PDF_LIB } from '../peers/list.ts'
import { isWhole, type Row } from '../rows.ts'

/** The same form and answers, as often as the row stands for them in the table. */
const together = (rows: Row[]): Row[][] => [...Map.groupBy(rows, ({ form, text }) => `${form}, ${text}`).values()]

const fastest = (rows: Row[]): Row | undefined => rows.toSorted((a, b) => b.perSecond - a.perSecond)[0]

const isRole = (role: string) => (row: Row) => listed(row.name).role === role

/**
 * A hundred times pdf-lib is asked of fields. On flat pages it lays nothing out, and a copy of the bytes alone is not a
 * hundred times as fast as that: there the ratio is told. Ten times is asked beside the fastest of those who, as we do, put
 * every answer on paper in a font that lies in the file; what is faster than that one is told.
 */
const beside = (rows: Row[]): Figure[] => {
  const named = (name: string) => rows.find((row) => row.name === name)
  const [own, pdfLib, copy] = [named(OURS), named(PDF_LIB), named(COPY)]
  if (!own || !pdfLib || !copy) throw new Error('The product, pdf-lib or the floor has no row')
  const on = `${own.form}, ${own.text}: `
  const times = ({ perSecond }: Row) => own.perSecond / perSecond
  const whole = rows.filter(isRole('peer')).filter(isWhole)
  const equal = fastest(whole.filter(({ embedded }) => embedded))
  const bare = whole.filter((row) => !row.embedded && row.perSecond > (equal?.perSecond ?? 0))
  return [
    own.form === 'fillable'
      ? atLeast(`${on}${PDF_LIB}`, times(pdfLib), 100, '×')
      : told(`${on}${PDF_LIB}`, times(pdfLib), '×'),
    ...(equal ? [atLeast(`${on}${equal.name}, the fastest that is whole`, times(equal), 10, '×')] : []),
    ...bare.map((row) => told(`${on}${row.name}, its font not embedded`, times(row), '×')),
    ...rows.filter(isRole('aided')).map((row) => told(`${on}${row.name}`, times(row), '×')),
    atMost(`${on}our time, as often as the copy's`, 1 / times(copy), 3, '×'),
  ]
}

/** How fast the product fills beside pdf-lib, beside the fastest peer that loses no answer, and beside a bare copy. */
export const fillBars = (rows: Row[]): Figure[] => together(rows).flatMap(beside)
