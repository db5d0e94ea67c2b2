import type { Answers } from '../questionnaire/answers.ts'
import type { Page } from '../questionnaire/questionnaire.ts'
import { listed } from './listed.ts'
import type { Site } from './site.ts'
import type { Problem } from './viewParts.ts'

/** Characters of a page's answers that the form cannot show, a list for each question that has any. */
export const unprintableOn = ({ form }: Site, page: Page, answers: Answers) =>
  page.questions
    .filter((question) => !('options' in question))
    .map(({ id }) => ({ id, characters: form.missing([answers[id] ?? ''].flat().join('\n')) }))
    .filter(({ characters }) => characters.length > 0)

/** The same as problems in words: what is saved stays saved, and what the paper cannot show is named. */
export const unprintableProblems = (site: Site, page: Page, answers: Answers): Problem[] =>
  unprintableOn(site, page, answers).map(({ id, characters }) => ({
    field: id,
    text: `Your words are saved here, but the form’s letters do not include ${listed(characters)}. Please write it in another way.`,
  }))
