import { writeFile } from 'node:fs/promises'
import { prepareFor } from '../consultation/prepareFor.ts'
import { readPack } from '../consultation/readPack.ts'
import { fill } from '../pdf/fill.ts'
import { readAnswersFile } from './answersFile.ts'
import { expectOnPaper } from './onPaper.ts'
import { typedPath } from './paths.ts'
import { fileProblem } from './stop.ts'

export type FillOptions = { pack: string; answers: string; out: string }

/** Fills a pack's form with the answers in a file, reads it back, and writes it. The same answers give the same bytes. */
export const fillCommand = async (options: FillOptions): Promise<void> => {
  const consultation = await readPack(typedPath(options.pack))
  const prepared = await prepareFor(consultation)
  const said = await readAnswersFile(options.answers, prepared)
  const { title, note } = consultation.form
  const filled = await fill(prepared, said, { reference: null, title, note: note ?? null })
  await expectOnPaper(filled)
  await writeFile(typedPath(options.out), filled.bytes).catch((error: unknown) =>
    Promise.reject(fileProblem(error, options.out)),
  )
}
