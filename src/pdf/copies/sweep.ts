import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRef, PDFStream } from 'pdf-lib'

const ACTIONS = [
  'GoTo',
  'GoToR',
  'GoToE',
  'Launch',
  'Thread',
  'URI',
  'Sound',
  'Movie',
  'Hide',
  'Named',
  'SubmitForm',
  'ResetForm',
  'ImportData',
  'JavaScript',
  'SetOCGState',
  'Rendition',
  'Trans',
  'GoTo3DView',
  'RichMediaExecute',
]

const KINDS = new Set(ACTIONS.map((name) => PDFName.of(name)))

/** Keys under which scripts, files and forms of another kind hang, wherever they stand. */
const ACTIVE = [
  'AA',
  'OpenAction',
  'JS',
  'JavaScript',
  'XFA',
  'EmbeddedFiles',
  'AcroForm',
  'Perms',
  'NeedsRendering',
  'Collection',
  'AF',
  'EF',
  'Legal',
  'DSS',
  'Threads',
  'URI',
  'PieceInfo',
  'SpiderInfo',
]

const isAction = (value: unknown): boolean => {
  const kind = value instanceof PDFDict ? value.get(PDFName.of('S')) : undefined
  return kind instanceof PDFName && KINDS.has(kind)
}

const cleanDict = (dict: PDFDict): void => {
  for (const key of ACTIVE) if (dict.has(PDFName.of(key))) dict.delete(PDFName.of(key))
  // In a structure element /A holds attributes, which have no action's name.
  if (isAction(dict.lookup(PDFName.of('A')))) dict.delete(PDFName.of('A'))
  if (dict.get(PDFName.of('Type')) === PDFName.of('OBJR')) dict.delete(PDFName.of('Obj'))
}

const insideOf = (object: PDFObject | undefined): PDFObject[] => {
  if (object instanceof PDFStream) return insideOf(object.dict)
  if (object instanceof PDFDict) {
    cleanDict(object)
    return object.values()
  }
  return object instanceof PDFArray ? object.asArray() : []
}

/**
 * Takes every action, script, foreign form and file out of a document, and every object that nothing leads to any more, other than
 * those that are to be `kept`.
 */
export const sweep = ({ context }: PDFDocument, kept: PDFRef[]): void => {
  const reached = new Set<PDFRef>()
  const queue: PDFObject[] = [context.trailerInfo.Root, context.trailerInfo.Info, ...kept].filter(
    (part) => part !== undefined,
  )
  for (let object = queue.pop(); object; object = queue.pop()) {
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue
      reached.add(object)
      const found = context.lookup(object)
      if (found) queue.push(found)
    } else queue.push(...insideOf(object))
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref)
}
