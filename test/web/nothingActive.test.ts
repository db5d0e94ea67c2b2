import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { throughQpdf } from '../pdf/paper.ts'
import { bringBack } from './bringing.ts'
import { Visitor } from './visitor.ts'
import { withHouse } from './withHouse.ts'

const official = readFileSync(join(import.meta.dirname, '../../assets/consultations/mopac-2017/form.pdf'))

const WORDS = 'These words were typed at home.'
const CANARY = 'CANARY'

/** The form as somebody filled it in, with everything in it that a PDF can do. */
const armed = async (): Promise<Uint8Array> => {
  const document = await PDFDocument.load(official, { preserveXFA: true })
  const form = document.getForm()
  form.getTextField('q1-reasons').setText(WORDS)
  document.addJavaScript('canary', `app.alert("${CANARY}-script")`)
  await document.attach(Buffer.from(`${CANARY}-file`), `${CANARY}.html`, { mimeType: 'text/html' })
  const { context, catalog } = document
  const launch = context.obj({ S: 'Launch', F: PDFString.of(`${CANARY}-program`) })
  catalog.set(PDFName.of('OpenAction'), launch)
  form.getTextField('name').acroField.dict.set(PDFName.of('AA'), context.obj({ K: launch }))
  form.acroForm.dict.set(PDFName.of('XFA'), context.register(context.stream(`<xdp>${CANARY}-xfa</xdp>`)))
  return document.save({ useObjectStreams: false })
}

/** The same bytes as a web page to one program, and an archive to another. */
const disguised = (pdf: Uint8Array): Uint8Array =>
  Buffer.concat([
    Buffer.from(`<html><script>${CANARY}-page</script>\n`),
    pdf,
    Buffer.from(`PK\x03\x04${CANARY}-archive`),
  ])

const ACTIVE = ['/JavaScript', '/JS', '/Launch', '/OpenAction', '/EmbeddedFile', '/XFA', '/AA', CANARY]

/** What of all that can act stands in a PDF, when everything in it is unpacked. */
const activeIn = async (pdf: Uint8Array): Promise<string[]> => {
  const plain = (await throughQpdf(pdf, '--qdf')).toString('latin1')
  return ACTIVE.filter((word) => new RegExp(`${word}\\b`).test(plain))
}

const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/name="(answer-[^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
  )

test('of a form that was brought back only the words go on: no script, no action, no file, no second form', () =>
  withHouse(async ({ address, house }) => {
    const file = await armed()
    expect(await activeIn(file)).toEqual(ACTIVE)
    const visitor = new Visitor(address)
    await visitor.begin()
    const page = await bringBack(visitor, disguised(file))
    expect(page.status).toBe(200)
    expect(page.text).toContain(WORDS)
    expect(page.text).not.toContain(CANARY)
    expect((await visitor.post('/bring-back/keep', hiddenIn(page.text))).status).toBe(303)

    const response = await house.site.responses.openBy('visit', visitor.cookies.get('visit')!)
    for (const copy of ['', '?print=yes']) {
      const { status, bytes } = await visitor.get(`/take/mopac-2017-response-${response?.reference}.pdf${copy}`)
      expect(status).toBe(200)
      expect(await activeIn(bytes)).toEqual([])
    }
  }))
