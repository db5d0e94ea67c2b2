import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from 'pdf-lib'

/** A dictionary of a document and what it is referred to by. */
export type Node = { ref: PDFRef; dict: PDFDict }

/** A field of the tree by its full name, with its own dictionary and the widgets below it (itself, where they are merged). */
export type TreeField = Node & { name: string; widgets: Node[] }

/** A PDF text string in words, or null when it is none. */
export const textOf = (object: unknown): string | null =>
  object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : null

const isWidget = (dict: PDFDict): boolean => dict.get(PDFName.of('Subtype')) === PDFName.of('Widget')

const OF_FIELDS = ['T', 'FT', 'Parent'].map((key) => PDFName.of(key))

/** A field or widget written straight into a list becomes an object of its own: only such can be written anew. */
const lift = (list: PDFArray, index: number): void => {
  const entry = list.get(index)
  if (!(entry instanceof PDFDict)) return
  const isOurs = isWidget(entry) || OF_FIELDS.some((key) => entry.has(key))
  if (isOurs) list.set(index, entry.context.register(entry))
}

const nodesIn = (list: unknown): Node[] =>
  list instanceof PDFArray
    ? list.asArray().flatMap((_, index): Node[] => {
        lift(list, index)
        const ref = list.get(index)
        const dict = list.lookup(index)
        return ref instanceof PDFRef && dict instanceof PDFDict ? [{ ref, dict }] : []
      })
    : []

const kidsOf = ({ dict }: Node): Node[] => nodesIn(dict.lookup(PDFName.of('Kids')))

const MOST_LEVELS = 50

const walk = (node: Node, parents: string, seen: Set<PDFRef>, level: number): TreeField[] => {
  if (seen.has(node.ref) || level > MOST_LEVELS) return []
  seen.add(node.ref)
  const own = textOf(node.dict.lookup(PDFName.of('T')))
  const name = [parents, own ?? ''].filter((part) => part !== '').join('.')
  const kids = kidsOf(node)
  const named = kids.filter(({ dict }) => dict.has(PDFName.of('T')) || dict.has(PDFName.of('Kids')))
  const widgets = kids.length === 0 ? [node] : kids.filter((kid) => !named.includes(kid))
  for (const { ref } of widgets) seen.add(ref)
  const below = named.flatMap((kid) => walk(kid, name, seen, level + 1))
  return name !== '' && (kids.length === 0 || widgets.length > 0) ? [{ ...node, name, widgets }, ...below] : below
}

const isOfPages = (dict: PDFDict): boolean =>
  ['Page', 'Pages', 'Catalog'].some((type) => dict.get(PDFName.of('Type')) === PDFName.of(type))

const parentOf = ({ dict }: Node): Node | null => {
  const ref = dict.get(PDFName.of('Parent'))
  const parent = ref instanceof PDFRef ? dict.context.lookup(ref) : undefined
  return ref instanceof PDFRef && parent instanceof PDFDict && !isOfPages(parent) ? { ref, dict: parent } : null
}

/** The highest dictionary above a widget that stands in no list of fields: the field, or a parent of it. */
const topOf = (widget: Node): Node => {
  let top = widget
  for (let level = 0, above = parentOf(top); above && level < MOST_LEVELS; level++, above = parentOf(top)) top = above
  return top
}

/** Lists a widget without a name of its own among the kids of its parent; false where the parent has no such list. */
const joinKids = (widget: Node): boolean => {
  const kids = parentOf(widget)?.dict.lookup(PDFName.of('Kids'))
  if (!(kids instanceof PDFArray) || widget.dict.has(PDFName.of('T'))) return false
  kids.push(widget.ref)
  return true
}

const ofParents = ['FT', 'Ff', 'V', 'DV', 'DA', 'Q', 'MaxLen', 'Opt'].map((key) => PDFName.of(key))

/** A widget whose parents do not know it becomes a field of its own, with all that it has from them: their names, too. */
const cutLoose = (widget: Node): Node => {
  const { dict } = widget
  const chain: Node[] = [widget]
  for (let above = parentOf(widget); above && chain.length < MOST_LEVELS; above = parentOf(above)) chain.unshift(above)
  const name = chain.flatMap((one) => textOf(one.dict.lookup(PDFName.of('T'))) || []).join('.')
  if (name === '') return widget
  for (const key of ofParents) {
    const said = chain.findLast((one) => one.dict.has(key))?.dict.get(key)
    if (said) dict.set(key, said)
  }
  dict.set(PDFName.of('T'), PDFHexString.fromText(name))
  dict.delete(PDFName.of('Parent'))
  return widget
}

/** The list of fields of a document's form, where it has one. */
export const fieldList = (document: PDFDocument): PDFArray | undefined => {
  const form = document.catalog.lookup(PDFName.of('AcroForm'))
  const list = form instanceof PDFDict ? form.lookup(PDFName.of('Fields')) : undefined
  return list instanceof PDFArray ? list : undefined
}

/** The annotations of a page, one after the other. */
export const annotationsOf = (page: PDFDict): Node[] => nodesIn(page.lookup(PDFName.of('Annots')))

/** Fields that stand on pages and in no list of fields; readers show them all the same. */
export const strayFields = (document: PDFDocument): Node[] => {
  const listed = new Set<PDFRef>()
  for (const node of nodesIn(fieldList(document))) walk(node, '', listed, 0)
  const strays = new Map<PDFRef, Node>()
  for (const page of document.getPages()) {
    for (const widget of annotationsOf(page.node)) {
      if (!isWidget(widget.dict) || listed.has(widget.ref)) continue
      const top = topOf(widget)
      const reached = new Set<PDFRef>()
      walk(top, '', reached, 0)
      const stray = reached.has(widget.ref) || joinKids(widget) ? top : cutLoose(widget)
      if (listed.has(stray.ref)) continue
      for (const ref of reached) if (stray === top) listed.add(ref)
      strays.set(stray.ref, stray)
    }
  }
  return [...strays.values()].filter((stray) => walk(stray, '', new Set(), 0).length > 0)
}

/** Every field of a document's form in its order (ISO 32000-1, 12.7.3), then the strays; broken and circular parts are passed over. */
export const treeOf = (document: PDFDocument): TreeField[] => {
  const seen = new Set<PDFRef>()
  return [...nodesIn(fieldList(document)), ...strayFields(document)].flatMap((node) => walk(node, '', seen, 0))
}
