import { type Question, type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts'
import type { PackProblem } from './problem.ts'

const file = 'questionnaire.json'

/** What a form may ask of a person, of HTML's autofill field names (whatwg.org, "Autofill"); the others are of cards and logins. */
const AUTOCOMPLETE = [
  'name honorific-prefix given-name additional-name family-name honorific-suffix nickname',
  'organization organization-title',
  'street-address address-line1 address-line2 address-line3 address-level1 address-level2 address-level3 address-level4',
  'postal-code country country-name language bday bday-day bday-month bday-year sex url email',
  'tel tel-country-code tel-national tel-area-code tel-local tel-extension on off',
]
  .join(' ')
  .split(' ')

const checkSource = ({ id, number, wording, source }: Question): PackProblem[] => {
  if (!number || wording !== 'published' || source) return []
  const expected = 'where the published words are quoted'
  const remedy = 'add source, or mark the words as reconstructed or ours'
  return [{ file, path: `${id}.source`, found: 'nothing', expected, remedy }]
}

const checkAutocomplete = (question: Question): PackProblem[] => {
  const token = question.kind === 'line' ? question.autocomplete : undefined
  if (token === undefined || AUTOCOMPLETE.includes(token)) return []
  const expected = 'an autofill token of HTML, such as name, organization, street-address, postal-code, email or tel'
  const remedy = 'correct it, or take it out'
  return [{ file, path: `${question.id}.autocomplete`, found: `"${token}"`, expected, remedy }]
}

/** Official questions that quote nobody, and autofill tokens that no browser knows. */
export const checkWordings = (questionnaire: Questionnaire): PackProblem[] =>
  questionsOf(questionnaire).flatMap((question) => [...checkSource(question), ...checkAutocomplete(question)])
