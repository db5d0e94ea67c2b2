import { lostOnPaper } from '../../pdf/seeing/released.ts'
import { questionsOf } from '../../questionnaire/questionnaire.ts'
import { sayAnswer } from '../../questionnaire/sayAnswer.ts'
import { tidyText } from '../../questionnaire/tidyText.ts'
import { unfittingIn } from '../../questionnaire/unfitting.ts'
import type { Response } from '../../responses/response.ts'
import { typedPath } from '../paths.ts'
import type { Report } from '../report.ts'
import { Stop } from '../stop.ts'
import { expectFolderFor, writeWhole } from '../writeWhole.ts'
import { misfitLine, misfitsOf } from './misfits.ts'
import { type OpenedStalls, withStalls } from './openStalls.ts'

/** One answer, word for word; `fits` is false where the form has no place for it. */
type Said = { question: string; text: string | null; fits: boolean; said: string[] }

const saidIn = ({ questionnaire }: OpenedStalls['site']['consultation'], { answers }: Response): Said[] => {
  const unfitting = unfittingIn(questionnaire, answers)
  const fits = questionsOf(questionnaire)
    .filter(({ id }) => answers[id] !== undefined && unfitting.every((one) => one.id !== id))
    .map((question) => ({
      ...{ question: question.id, text: question.text, fits: true },
      said: sayAnswer(question, answers[question.id]),
    }))
  const others = unfitting.map(({ id, question, lines }) => ({
    ...{ question: id, text: question?.text ?? null, fits: false },
    said: lines,
  }))
  return [...fits, ...others]
}

const wordsOf = ({ question, text, fits, said }: Said): string[] => [
  `${fits ? '' : 'NOT ON THE FORM  '}${question}${text === null ? '' : `  ${text}`}`,
  // What a tablet brought may hold what would move a terminal's cursor.
  ...said.map((line) => `    ${tidyText(line)}`),
]

/** Writes the form with the answers that fit, read back word by word. Throws Stop where one is not on paper. */
const writeForm = async ({ site }: OpenedStalls, { answers, reference }: Response, all: Said[], out: string) => {
  await expectFolderFor(typedPath(out), out)
  const fits = Object.fromEntries(
    all.filter((one) => one.fits).map(({ question }) => [question, answers[question] ?? '']),
  )
  const filled = await site.form.fill(fits, reference, 'final', { keep: false })
  const { missing } = await site.pictures.read(filled, { visitor: 'command line' })
  const lost = lostOnPaper(site.consultation.questionnaire, fits, filled, missing)
  if (lost.length > 0) throw new Stop(1, `Not every word of ${lost.join(', ')} came out on paper: nothing was written.`)
  await writeWhole(typedPath(out), filled.bytes, out)
}

/** `stall misfit`: every answer of one misfit, for whoever mends it; with `out`, the form of those that fit as a PDF. */
export const showMisfit = (typed: string, out?: string): Promise<Report> =>
  withStalls(async (stalls) => {
    const reference = typed.replaceAll('-', '').toUpperCase()
    const misfit = (await misfitsOf(stalls)).find((one) => one.reference === reference)
    const response = misfit ? await stalls.site.responses.byId(misfit.id) : null
    if (!misfit || !response)
      throw new Stop(2, `${typed}: there is no misfit of that reference. "stall misfits" lists them.`)
    const all = saidIn(stalls.site.consultation, response)
    if (out !== undefined) await writeForm(stalls, response, all, out)
    const left = all.filter(({ fits }) => !fits).length
    const end =
      left > 0
        ? `${left} of ${all.length} have no place on today’s form: a form without them does not say all that this person said.`
        : 'All have a place on today’s form, but another was asked: compare the questions before you use it.'
    const file = out === undefined ? [] : [`${out} is the form of those that fit.`]
    const words = [misfitLine(misfit, stalls), '', ...all.flatMap(wordsOf), '', end, ...file].join('\n')
    return { facts: { reference, answers: all, ...(out === undefined ? {} : { file: out }) }, words }
  })
