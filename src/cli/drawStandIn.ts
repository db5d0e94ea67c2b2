import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { consultationFile } from '../consultation/consultation.ts'
import { questionnaire } from '../questionnaire/questionnaire.ts'
import { drawStandIn } from '../stand-in/drawStandIn.ts'

const font = (name: string): Promise<Uint8Array> =>
  readFile(new URL(`../../assets/fonts/NotoSans-${name}.ttf`, import.meta.url)).then((bytes) => new Uint8Array(bytes))

/** Draws a pack's questions as form.pdf, with its boxes.json and its hash in consultation.json, in the pack's folder. */
export const drawStandInCommand = async (folder: string): Promise<void> => {
  const text = await readFile(join(folder, 'consultation.json'), 'utf8')
  const consultation = consultationFile.parse(JSON.parse(text))
  const asked = questionnaire.parse(JSON.parse(await readFile(join(folder, 'questionnaire.json'), 'utf8')))
  const fonts = { regular: await font('Regular'), bold: await font('Bold') }
  const { form, boxes } = await drawStandIn({ consultation, questionnaire: asked, fonts })
  const hash = createHash('sha256').update(form).digest('hex')
  await writeFile(join(folder, 'form.pdf'), form)
  await writeFile(join(folder, 'boxes.json'), `${JSON.stringify(boxes, null, 2)}\n`)
  // Put into the text as it stands, so that a pack keeps the lines its author gave it.
  await writeFile(join(folder, 'consultation.json'), text.replace(consultation.form.sha256, hash))
}
