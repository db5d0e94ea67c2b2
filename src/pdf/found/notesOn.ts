import { PDFDict, type PDFDocument, PDFName } from 'pdf-lib'
import { strayFields } from './fieldTree.ts'
import { type FormField, inherited } from './formFields.ts'

const has = (dict: unknown, key: string): boolean => dict instanceof PDFDict && dict.has(PDFName.of(key))

const hasScripts = ({ catalog, context }: PDFDocument): boolean =>
  has(catalog.lookup(PDFName.of('Names')), 'JavaScript') ||
  context.enumerateIndirectObjects().some(([, object]) => has(object, 'JS') || has(object, 'AA'))

const isTagged = ({ catalog }: PDFDocument): boolean => has(catalog, 'StructTreeRoot')

const namesOf = (fields: FormField[]): string => {
  const names = fields.map(({ name }) => `"${name}"`)
  return names.length > 8 ? `${names.slice(0, 8).join(', ')} and ${names.length - 8} more` : names.join(', ')
}

/** Said of a form that is drawn from its XFA alone, so that nothing else in it is the form. */
export const ONLY_XFA =
  'This form exists only as XFA, which its reader draws anew each time: there are no pages to fill in. Ask the body for a version to print (a static PDF).'

/** What is done about what was found in a form, a sentence each; none for a plain one. */
export const notesOn = (document: PDFDocument, fields: FormField[]): string[] => {
  const { catalog } = document
  const form = catalog.lookup(PDFName.of('AcroForm'))
  const hidden = fields.filter(({ widgets }) => widgets.length > 0 && widgets.every((widget) => widget.hidden))
  const signatures = fields.filter(({ kind }) => kind === 'signature')
  const signed = signatures.filter((field) => inherited(field, 'V') !== undefined)
  const strays = strayFields(document).length
  const notes: [boolean, string][] = [
    [fields.length === 0, 'It has no fields: say in boxes.json where on its pages to write (area) and to tick (spot).'],
    [
      has(form, 'XFA'),
      'It has a second form beside its fields (XFA), which Acrobat would show in their place: it is left out.',
    ],
    [
      hasScripts(document),
      'It has scripts: they are not carried over, so nothing is worked out or checked by the form itself.',
    ],
    [has(catalog, 'Perms'), 'It has usage rights, which any change would break: they are left out.'],
    [
      has(form, 'NeedAppearances'),
      'It asks readers to draw its fields anew, and some lose letters: it is not asked any more.',
    ],
    [strays > 0, 'Some fields stand on its pages and not in its list of fields: they are added to the list.'],
    [hidden.length > 0, `Nobody sees these fields, on the screen or on paper: ${namesOf(hidden)}.`],
    [signatures.length > 0, `Left alone, for a person to sign: ${namesOf(signatures)}.`],
    [
      signed.length > 0,
      `It is signed (${namesOf(signed)}): readers will say of the signature that the file was changed after it.`,
    ],
    [has(catalog, 'NeedsRendering'), ONLY_XFA],
    [
      isTagged(document),
      'It is tagged: the tags are kept, and in the final copy answers take the place of their fields in them.',
    ],
    [!isTagged(document), 'It is not tagged, and neither is the final copy.'],
  ]
  return notes.filter(([holds]) => holds).map(([, note]) => note)
}
