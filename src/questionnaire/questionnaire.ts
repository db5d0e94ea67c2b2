import { z } from 'zod'

/** Whose words a question is in: the body's own as published, our rebuilding of them, or simply ours. */
export const wording = z.enum(['published', 'reconstructed', 'ours'])

/** A statement with its source, and who makes it where that is not the source itself. */
export const fact = z.strictObject({
  text: z.string().min(1),
  source: z.string().min(1),
  saidBy: z.string().min(1).optional(),
  side: z.enum(['proposal', 'campaign', 'background']),
})

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'small letters, digits and hyphens, a letter first')

const asked = {
  id,
  number: z.string().min(1).optional(),
  text: z.string().min(1),
  wording,
  source: z.string().min(1).optional(),
  hint: z.string().min(1).optional(),
  /** Asked of everybody, but missed only when each of these questions has this answer. */
  onlyIf: z.record(z.string(), z.string()).optional(),
}

const option = z.strictObject({ id, label: z.string().min(1) })
const options = { options: z.array(option).min(2), optionsWording: wording }

/** The closed list of question kinds; a template and a box kind stand beside each. */
export const question = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('one-of'), ...asked, ...options }),
  z.strictObject({ kind: z.literal('any-of'), ...asked, ...options }),
  z.strictObject({ kind: z.literal('text'), ...asked }),
  z.strictObject({ kind: z.literal('line'), ...asked, autocomplete: z.string().optional() }),
])

/** Questions that are asked together, with prompts, facts and, where the question leads, a note on its premise. */
export const page = z.strictObject({
  id,
  title: z.string().min(1),
  questions: z.array(question).min(1),
  prompts: z.array(z.string().min(1)).default([]),
  facts: z.array(fact).default([]),
  premise: z.string().min(1).optional(),
})

/** The shape of a pack's questionnaire.json: pages in order, each with the questions asked together. */
export const questionnaire = z.strictObject({ pages: z.array(page).min(1) })

export type Fact = z.infer<typeof fact>
export type Question = z.infer<typeof question>
export type Choice = Extract<Question, { options: unknown }>
export type Kind = Question['kind']
export type Page = z.infer<typeof page>
export type Questionnaire = z.infer<typeof questionnaire>

/** Every question in the order of the paper. */
export const questionsOf = ({ pages }: Questionnaire): Question[] => pages.flatMap((page) => page.questions)
