import { PDFDocument, PDFName, PDFString, StandardFonts } from 'pdf-lib'
import type { Boxes } from '../../src/pdf/boxes/boxes.ts'
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts'

const asked = { wording: 'ours' as const }
const option = (id: string) => ({ id, label: id })

/** A questionnaire of every kind, drawn by `drawForm`. */
export const questionnaire: Questionnaire = {
  pages: [
    {
      id: 'you',
      title: 'You',
      prompts: [],
      facts: [],
      questions: [
        { kind: 'line', id: 'name', text: 'Your name', autocomplete: 'name', ...asked },
        { kind: 'line', id: 'postcode', text: 'Postcode', ...asked },
        {
          kind: 'any-of',
          id: 'as',
          text: 'You answer as',
          options: [option('resident'), option('worker')],
          optionsWording: 'ours',
          ...asked,
        },
      ],
    },
    {
      id: 'counters',
      title: 'Counters',
      prompts: [],
      facts: [],
      questions: [
        {
          kind: 'one-of',
          id: 'agree',
          number: '1',
          text: 'Do you agree?',
          options: [option('yes'), option('no'), option('unsure')],
          optionsWording: 'ours',
          ...asked,
        },
        {
          kind: 'text',
          id: 'why',
          number: '1',
          text: 'Why do you say so? Żółć shows that bold words may have any letter.',
          ...asked,
        },
        { kind: 'text', id: 'narrow', number: '2', text: 'In the margin', ...asked },
      ],
    },
  ],
}

const write = (field: string, size = 11, minimum = 9) => ({ write: { field, size, minimum } })
const tick = (field: string, value: string) => ({ field, value })

export const boxes: Boxes = {
  answers: {
    name: write('who.name'),
    postcode: write('who.postcode'),
    as: { tick: { resident: tick('as.resident', 'Yes'), worker: tick('as.worker', 'Yes') } },
    agree: { tick: { yes: tick('agree', 'yes'), no: tick('agree', 'no'), unsure: tick('agree', 'unsure') } },
    why: write('why'),
    narrow: write('narrow'),
  },
  marks: { reference: { field: 'reference', size: 10, minimum: 9 } },
}

/** Where each field stands on the drawn form, in points from the lower left. */
export const rects = {
  'who.name': { page: 1, x: 60, y: 700, width: 240, height: 24 },
  'who.postcode': { page: 1, x: 320, y: 700, width: 120, height: 24 },
  reference: { page: 1, x: 460, y: 780, width: 90, height: 18 },
  why: { page: 2, x: 60, y: 400, width: 400, height: 160 },
  narrow: { page: 2, x: 480, y: 400, width: 60, height: 160 },
}

/** Draws a form of two pages with a field for each question, as bytes. */
export const drawForm = async (change: (document: PDFDocument) => void = () => {}): Promise<Uint8Array> => {
  const document = await PDFDocument.create({ updateMetadata: false })
  const [first, second] = [document.addPage([595.28, 841.89]), document.addPage([595.28, 841.89])]
  const font = await document.embedFont(StandardFonts.Helvetica)
  const form = document.getForm()
  for (const [name, { page, ...rect }] of Object.entries(rects)) {
    const field = form.createTextField(name)
    if (name === 'why' || name === 'narrow') field.enableMultiline()
    field.addToPage(page === 1 ? first : second, { ...rect, font, borderWidth: 1 })
  }
  for (const [index, name] of ['resident', 'worker'].entries()) {
    form.createCheckBox(`as.${name}`).addToPage(first, { x: 60 + 40 * index, y: 640, width: 14, height: 14 })
  }
  const radio = form.createRadioGroup('agree')
  for (const [index, name] of ['yes', 'no', 'unsure'].entries()) {
    radio.addOptionToPage(name, second, { x: 60 + 40 * index, y: 700, width: 14, height: 14 })
  }
  document.catalog.set(PDFName.of('Lang'), PDFString.of('en-GB'))
  change(document)
  return document.save({ useObjectStreams: false, updateFieldAppearances: false })
}
