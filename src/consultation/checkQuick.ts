import { type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts'
import type { ConsultationFile } from './consultation.ts'
import type { PackProblem } from './problem.ts'

const file = 'consultation.json'

const isOwnPage = ({ pages }: Questionnaire): boolean => pages.some(({ id }) => id === 'quick')

/** The short way must consist of questions that are asked, each once; and no page may have its name. */
export const checkQuick = ({ quick }: ConsultationFile, questionnaire: Questionnaire): PackProblem[] => {
  if (!quick) return []
  const known = questionsOf(questionnaire).map(({ id }) => id)
  const expected = `ids of questions, each once: ${known.join(', ')}`
  const wrong = quick.questions.flatMap((id, at): PackProblem[] => {
    if (known.includes(id) && quick.questions.indexOf(id) === at) return []
    const found = known.includes(id) ? `"${id}" for the second time` : `"${id}", which is not asked`
    return [{ file, path: `quick.questions.${at}`, found, expected, remedy: 'correct the id, or take it out' }]
  })
  const named: PackProblem = {
    ...{ file: 'questionnaire.json', path: 'pages', found: 'a page with the id "quick"', expected: 'another id' },
    remedy: 'give the page another id: the short way is shown under this one',
  }
  return isOwnPage(questionnaire) ? [...wrong, named] : wrong
}
