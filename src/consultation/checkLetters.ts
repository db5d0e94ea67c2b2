import { lettersOf } from '../pdf/setting/letters.ts'
import type { Answers } from '../questionnaire/answers.ts'
import { type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts'
import type { ConsultationFile } from './consultation.ts'
import { formFonts } from './formFonts.ts'
import type { PackProblem } from './problem.ts'

type Said = { said: ConsultationFile | null; asked: Questionnaire; sample: Answers | null }

const problem = (file: string, path: string, missing: string[]): PackProblem[] => {
  const expected = 'characters that the fonts of forms have: Latin, Greek, Cyrillic, common signs'
  const remedy = 'write it in other characters'
  return missing.length === 0 ? [] : [{ file, path, found: missing.slice(0, 20).join(' '), expected, remedy }]
}

/** Words that no shipped font can print on a form: of the questions, of the sample answers, of the form's title and note. */
export const checkLetters = async ({ said, asked, sample }: Said): Promise<PackProblem[]> => {
  const questions = questionsOf(asked)
  const headings = questions.map(({ number, text }) => `${number ?? ''} ${text}`)
  const { missingInText, missingInHeading } = await lettersOf(await formFonts(), headings.join(''))
  const { title = '', note = '' } = said?.form ?? {}
  const written = questions.filter((question) => !('options' in question))
  return [
    ...problem('consultation.json', 'form.title', missingInText(title)),
    ...problem('consultation.json', 'form.note', missingInText(note)),
    ...questions.flatMap(({ id }, at) =>
      problem('questionnaire.json', `${id}.text`, missingInHeading(headings[at] ?? '')),
    ),
    ...written.flatMap(({ id }) =>
      problem('sample-answers.json', id, missingInText([sample?.[id] ?? ''].flat().join('\n'))),
    ),
  ]
}
