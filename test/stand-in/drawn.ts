import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { consultationFile } from '../../src/consultation/consultation.ts'
import { questionnaire } from '../../src/questionnaire/questionnaire.ts'
import { drawStandIn } from '../../src/stand-in/drawStandIn.ts'
import { inventedConsultation, inventedQuestionnaire } from './invented.ts'

export const PACK = 'assets/consultations/mopac-2017'

const bytes = (file: string): Uint8Array => new Uint8Array(readFileSync(file))
const json = (name: string): unknown => JSON.parse(readFileSync(join(PACK, name), 'utf8'))

export const fonts = {
  regular: bytes('assets/fonts/NotoSans-Regular.ttf'),
  bold: bytes('assets/fonts/NotoSans-Bold.ttf'),
}

export const mopac = {
  consultation: consultationFile.parse(json('consultation.json')),
  questionnaire: questionnaire.parse(json('questionnaire.json')),
}

export const drawMopac = () => drawStandIn({ ...mopac, fonts })

export const drawInvented = () =>
  drawStandIn({ consultation: inventedConsultation, questionnaire: inventedQuestionnaire, fonts })

/** What a tool prints about a PDF; the tool's exit code, if not 0, throws. */
export const printedBy = (tool: string, ...args: string[]): string =>
  execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

/** The words of a PDF's pages, as they stand on the paper. */
export const textOf = (file: string, ...pages: string[]): string =>
  printedBy('pdftotext', '-layout', ...pages, file, '-')

/** Looks at a PDF in a file of its own. */
export const withFile = async (form: Uint8Array, look: (file: string) => void | Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'stand-in-'))
  try {
    await writeFile(join(folder, 'form.pdf'), form)
    await look(join(folder, 'form.pdf'))
  } finally {
    await rm(folder, { recursive: true })
  }
}
