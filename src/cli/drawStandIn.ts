import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { checkConsultation } from '../consultation/checkConsultation.ts'
import { checkLetters } from '../consultation/checkLetters.ts'
import { checkQuestionnaire } from '../consultation/checkQuestionnaire.ts'
import { consultationFile } from '../consultation/consultation.ts'
import { formFonts } from '../consultation/formFonts.ts'
import { UnsoundPack } from '../consultation/problem.ts'
import { readJson } from '../consultation/readJson.ts'
import { readPackFile } from '../consultation/readPack.ts'
import { sha256 } from '../pdf/found/sha256.ts'
import { questionnaire } from '../questionnaire/questionnaire.ts'
import { drawStandIn } from '../stand-in/drawStandIn.ts'
import { isDrawnByUs } from '../stand-in/origin.ts'
import { packFolder } from './openPack.ts'
import type { Report } from './report.ts'
import type { AddCommand } from './run.ts'
import { Stop } from './stop.ts'
import { withHash } from './withHash.ts'

/** The hash is written by this command, so it may be missing, empty or old. */
const beforeDrawing = consultationFile.extend({
  form: consultationFile.shape.form.extend({ sha256: z.string().default('') }),
})

const readParts = async (folder: string) => {
  const text = await readPackFile(folder, 'consultation.json')
  const said = readJson('consultation.json', text, beforeDrawing)
  const asked = readJson('questionnaire.json', await readPackFile(folder, 'questionnaire.json'), questionnaire)
  const problems = [...said.problems, ...asked.problems]
  if (said.value) problems.push(...checkConsultation(said.value).problems)
  if (asked.value) {
    problems.push(...checkQuestionnaire(asked.value))
    problems.push(...(await checkLetters({ said: said.value, asked: asked.value, sample: null })))
  }
  if (problems.length > 0 || !text || !said.value || !asked.value) throw new UnsoundPack(problems)
  return { text: new TextDecoder().decode(text), consultation: said.value, questionnaire: asked.value }
}

const refuseToReplace = async (folder: string): Promise<void> => {
  const form = await readPackFile(folder, 'form.pdf')
  if (!form || (await isDrawnByUs(form))) return
  throw new Stop(
    1,
    `${join(folder, 'form.pdf')} was not drawn by this command, so it may be the official form: nothing was written. Add --replace to draw over it and over boxes.json.`,
  )
}

const draw = async ({ pack, replace }: { pack: string; replace: boolean }): Promise<Report> => {
  const folder = await packFolder(pack)
  const { text, ...parts } = await readParts(folder)
  if (!replace) await refuseToReplace(folder)
  const { form, boxes } = await drawStandIn({ ...parts, fonts: await formFonts() })
  const hash = await sha256(form)
  await writeFile(join(folder, 'form.pdf'), form)
  await writeFile(join(folder, 'boxes.json'), `${JSON.stringify(boxes, null, 2)}\n`)
  await writeFile(join(folder, 'consultation.json'), withHash(text, hash))
  return {
    facts: { folder, files: ['form.pdf', 'boxes.json', 'consultation.json'], sha256: hash },
    words: `Written in ${folder}:\nform.pdf, SHA-256 ${hash}\nboxes.json\nconsultation.json, its form.sha256`,
  }
}

/** `draw-stand-in`: draws a pack's questions as form.pdf, with boxes.json and the hash in consultation.json, in its folder. */
export const addDrawStandIn: AddCommand = (program, tell) => {
  program
    .command('draw-stand-in')
    .description('draw form.pdf and boxes.json anew from a pack’s questions, where the official file is lost')
    .requiredOption('--pack <folder>', 'the consultation')
    .option('--replace', 'draw over a form.pdf that is not ours, and over its boxes.json', false)
    .action((options: { pack: string; replace: boolean }) => tell(draw(options)))
}
