import type { ConsultationFile } from '../../src/consultation/consultation.ts'
import type { Questionnaire } from '../../src/questionnaire/questionnaire.ts'

const long = 'How should the parish look after the green, its pond, the lime avenue and the path to the mill, '

/** A consultation that never was: words with & and <, and no note of a reconstructed layout. */
export const inventedConsultation: ConsultationFile = {
  id: 'pond',
  title: 'The pond',
  document: 'A plan for the green & the pond',
  language: 'en-GB',
  body: { name: 'Little Wenlow Parish Council', short: 'Parish Council', document: 'A plan for the green & the pond' },
  opensOn: '2031-01-02',
  closesAt: '2031-02-03T09:05',
  timeZone: 'Europe/London',
  forgetAfter: '2031-05-03',
  late: 'keep',
  minutes: 5,
  lead: 'The pond.',
  proposal: ['A new pond.'],
  decides: ['The council decides.'],
  facts: [],
  email: { address: 'clerk@wenlow.example', source: 'invented' },
  post: { lines: ['The Clerk', 'Mill Lane 1', 'Little Wenlow'], source: 'invented' },
  posting: { workingDays: 2, holidays: [] },
  links: {
    document: { title: 'Plan', address: 'https://wenlow.example/plan', source: 'invented' },
    page: { title: 'Page', address: 'https://wenlow.example/', source: 'invented' },
  },
  form: { sha256: '0'.repeat(64), title: 'Questions about the green & <the pond>' },
}

/** Every kind of question, wordings of many lines, and options too long for columns. */
export const inventedQuestionnaire: Questionnaire = {
  pages: [
    {
      id: 'green',
      title: 'The green',
      questions: [
        {
          kind: 'any-of',
          id: 'uses',
          number: '1a',
          text: `${long.repeat(6)}and what for?`,
          hint: 'Tick all that you wish to keep.',
          wording: 'reconstructed',
          options: [
            { id: 'cricket', label: 'Cricket' },
            { id: 'fair', label: `The fair, ${long.repeat(2)}and so on` },
            { id: 'geese', label: 'Geese' },
          ],
          optionsWording: 'published',
        },
        { kind: 'line', id: 'nickname', text: 'What do you call the green?', wording: 'published' },
        { kind: 'text', id: 'reasons', text: 'Anything else?', wording: 'published' },
      ],
      prompts: [],
      facts: [],
    },
    {
      id: 'you',
      title: 'You',
      questions: [
        { kind: 'line', id: 'who', text: 'Name', wording: 'published' },
        { kind: 'line', id: 'phone', text: 'Telephone', wording: 'published', autocomplete: 'tel' },
        { kind: 'line', id: 'house', text: long.repeat(3), hint: long, wording: 'reconstructed' },
      ],
      prompts: [],
      facts: [],
    },
  ],
}
