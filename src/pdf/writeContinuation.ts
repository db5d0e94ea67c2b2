import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFRef } from 'pdf-lib'
import type { Appended } from './appended.ts'
import type { Base } from './base.ts'
import { footerLines } from './footer.ts'
import { footTitle, type Marks } from './place.ts'
import type { Continued, Line } from './placement.ts'
import { MARGIN } from './placeOnContinuation.ts'
import type { PreparedForm } from './preparedForm.ts'
import { number, showLines } from './textOperators.ts'
import { type TaggedPage, writeTags } from './writeTags.ts'

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
  const { lines, ruleAt } = footerLines(
    prepared.regular,
    { reference: marks.reference, title: footTitle(marks) },
    width,
    counts,
  )
  const rule = `0.5 w ${MARGIN} ${number(ruleAt)} m ${number(width - MARGIN)} ${number(ruleAt)} l S`
  return `/Artifact << /Type /Pagination /Subtype /Footer >> BDC\n${rule}\n${showLines(lines)}\nEMC`
}

/** Hangs new pages at the end of the page tree's root (ISO 32000-1, 7.7.3). */
const hangPages = (appended: Appended, { document }: Base, pages: PDFRef[], root: PDFRef): void => {
  const tree = appended.change(root, document.context.lookup(root, PDFDict))
  const kids = tree.lookup(PDFName.of('Kids'), PDFArray).clone()
  for (const page of pages) kids.push(page)
  const count = tree.lookup(PDFName.of('Count'), PDFNumber).asNumber()
  tree.set(PDFName.of('Kids'), kids)
  tree.set(PDFName.of('Count'), PDFNumber.of(count + pages.length))
}

/** Writes the continuation pages; answers how many there are. In a tagged form they are tagged too. */
export const writeContinuation = (
  appended: Appended,
  prepared: PreparedForm,
  pieces: Continued[],
  marks: Marks,
): number => {
  const { base, pages } = prepared
  const { context, catalog } = base.document
  const numbers = [...new Set(pieces.map(({ page }) => page))]
  const root = catalog.get(PDFName.of('Pages')) as PDFRef
  const { width, height } = pages[0] ?? { width: 595.28, height: 841.89 }
  const tagged: TaggedPage[] = numbers.map((page, index) => {
    const counts = { at: index + 1, of: numbers.length, page, pages: pages.length + numbers.length }
    const here = pieces.filter((piece) => piece.page === page)
    const groups = here.flatMap(({ lines, question }) => groupLines(lines).map((group) => ({ question, group })))
    const content = groups.map(({ group }, id) => {
      return `/${group[0]?.bold ? 'H2' : 'P'} << /MCID ${id} >> BDC\n${showLines(asRunning(group))}\nEMC`
    })
    content.push(footer(prepared, marks, width, counts))
    const dict = context.obj({
      Type: 'Page',
      Parent: root,
      MediaBox: [0, 0, width, height],
      Rotate: 0,
      Resources: { Font: { R: base.fonts.regular, B: base.fonts.bold } },
      Contents: appended.add(context.stream(content.join('\n'))),
      Tabs: 'S',
    })
    return { dict, ref: appended.add(dict), groups }
  })
  if (tagged.length === 0) return 0
  hangPages(
    appended,
    base,
    tagged.map(({ ref }) => ref),
    root,
  )
  writeTags(appended, base, tagged)
  return tagged.length
}
