import type { Copy } from '../copies/copy.ts'
import type { PreparedForm } from '../copies/preparedForm.ts'
import { continuationSize } from '../placing/continuationSize.ts'
import { footerLines } from '../placing/footer.ts'
import { footTitle, type Marks } from '../placing/place.ts'
import type { Continued, Line } from '../placing/placement.ts'
import { MARGIN } from '../placing/placeOnContinuation.ts'
import { type Piece, piece, streamPiece } from './section.ts'
import type { Source } from './source.ts'
import { number, showLines } from './textOperators.ts'
import { type TaggedPage, writeTags } from './writeTags.ts'

/** A page that goes on: its content, and the groups of lines on it in the order of their marked-content ids. */
type ContinuationPage = { content: Source; groups: TaggedPage['groups'] }

/** Lines that are read as one: a head, or a paragraph. */
const groupLines = (lines: Line[]): Line[][] => {
  const groups: Line[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last && !line.begins && last[0]?.bold === line.bold) last.push(line)
    else groups.push([line])
  }
  return groups
}

/** Lines with a space at each one's end but the last: whoever reads the tags aloud knows no line ends. */
const asRunning = (lines: Line[]): Line[] =>
  lines.map((line, at) => (at < lines.length - 1 ? { ...line, text: `${line.text} ` } : line))

const footer = (prepared: PreparedForm, marks: Marks, width: number, counts: Parameters<typeof footerLines>[3]) => {
  const about = { reference: marks.reference, title: footTitle(marks) }
  const { lines, ruleAt } = footerLines(prepared.regular, about, width, counts)
  const rule = `0.5 w ${MARGIN} ${number(ruleAt)} m ${number(width - MARGIN)} ${number(ruleAt)} l S`
  return [`/Artifact << /Type /Pagination /Subtype /Footer >> BDC\n${rule}\n`, ...showLines(lines), '\nEMC']
}

/** The content of the pages that pieces of answers go on to, a footer on each. */
export const continuationPages = (prepared: PreparedForm, pieces: Continued[], marks: Marks): ContinuationPage[] => {
  const numbers = [...new Set(pieces.map(({ page }) => page))]
  const { width } = continuationSize(prepared)
  return numbers.map((page, index) => {
    const counts = { at: index + 1, of: numbers.length, page, pages: prepared.pages.length + numbers.length }
    const here = pieces.filter((one) => one.page === page)
    const groups = here.flatMap(({ lines, question }) => groupLines(lines).map((group) => ({ question, group })))
    const content = groups.flatMap(({ group }, id): Source => {
      const role = group[0]?.bold ? 'H2' : 'P'
      return [`/${role} << /MCID ${id} >> BDC\n`, ...showLines(asRunning(group)), '\nEMC\n']
    })
    return { content: [...content, ...footer(prepared, marks, width, counts)], groups }
  })
}

/** Writes the continuation pages; answers their pieces, how many there are, and the next free number. In a tagged form they are tagged too. */
export const writeContinuation = (
  { head, tree, tags, resources }: Copy,
  prepared: PreparedForm,
  continued: Continued[],
  marks: Marks,
): { pieces: Piece[]; pages: number; next: number } => {
  if (continued.length === 0) return { pieces: [], pages: 0, next: head.next }
  const { width, height } = continuationSize(prepared)
  const made = continuationPages(prepared, continued, marks)
  const pageAt = (index: number) => head.next + 2 * index
  const pages = made.flatMap(({ content }, index) => {
    const parents = tags ? `/StructParents ${tags.nextKey + index}` : ''
    const box = `/MediaBox[0 0 ${number(width)} ${number(height)}]/Rotate 0`
    const dict = `<</Type/Page/Parent ${tree.object} ${tree.generation} R${box}/Resources ${resources}/Contents ${pageAt(index) + 1} 0 R/Tabs/S${parents}>>`
    return [piece(pageAt(index), dict), streamPiece(pageAt(index) + 1, '', content)]
  })
  const kids = `${tree.kids} ${made.map((_, index) => `${pageAt(index)} 0 R`).join(' ')}`
  const root = piece(tree.object, `${tree.before}/Kids[${kids}]/Count ${tree.count + made.length}>>`, tree.generation)
  const next = pageAt(made.length)
  const tagged = made.map(({ groups }, index) => ({ page: pageAt(index), groups }))
  const tagging = tags ? writeTags(tags, tagged, next) : { pieces: [], next }
  return { pieces: [...pages, root, ...tagging.pieces], pages: made.length, next: tagging.next }
}
