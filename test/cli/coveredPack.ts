import { createHash } from 'node:crypto'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { withHash } from '../../src/cli/withHash.ts'
import { packs } from './command.ts'

/** A pack whose form is sound, but for a white sheet that lies over what is written into its field "street". */
export const coveredPack = async (pack: string): Promise<void> => {
  await cp(packs.library, pack, { recursive: true })
  const document = await PDFDocument.load(await readFile(join(pack, 'form.pdf')))
  const [widget] = document.getForm().getTextField('street').acroField.getWidgets()
  const { x, y, width, height } = widget!.getRectangle()
  const { context } = document
  const box = [0, 0, width, height]
  const white = context.stream(`1 g 0 0 ${width} ${height} re f`, { Type: 'XObject', Subtype: 'Form', BBox: box })
  const rect = [x, y, x + width, y + height]
  // ISO 32000-1, table 165: 4 is printed.
  const sheet = { Type: 'Annot', Subtype: 'Square', Rect: rect, F: 4, AP: { N: context.register(white) } }
  document.getPage(0).node.addAnnot(context.register(context.obj(sheet)))
  const form = await document.save()
  await writeFile(join(pack, 'form.pdf'), form)
  const said = await readFile(join(pack, 'consultation.json'), 'utf8')
  await writeFile(join(pack, 'consultation.json'), withHash(said, createHash('sha256').update(form).digest('hex')))
}
