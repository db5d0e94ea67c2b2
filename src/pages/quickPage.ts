import type { Consultation } from '../consultation/consultation.ts'
import { type Page, type Question, questionsOf } from '../questionnaire/questionnaire.ts'

/** The name of the short way's one page; no page of a pack may have it. */
export const QUICK = 'quick'

/** The short way as one page: the pack's own choice of its questions, in their order. Null where a pack has none. */
export const quickPage = ({ quick, questionnaire }: Pick<Consultation, 'quick' | 'questionnaire'>): Page | null => {
  if (!quick) return null
  const isChosen = ({ id }: Question) => quick.questions.includes(id)
  return {
    id: QUICK,
    title: 'The short way',
    questions: questionsOf(questionnaire).filter(isChosen),
    prompts: [],
    facts: [],
  }
}
