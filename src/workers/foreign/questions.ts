/**
 * What a child can be asked about a foreign PDF: for each, the file whose `answer` makes a message of a message.
 * A child answers one question and ends, and somebody waits for it: it fetches no other.
 */
export const questions = {
  readFields: () => import('./readFields.ts'),
  inspect: () => import('./inspect.ts'),
  readPack: () => import('./readPack.ts'),
  fillForm: () => import('./fillForm.ts'),
  readBack: () => import('./readBack.ts'),
}

type Answer<Name extends QuestionName> = Awaited<ReturnType<(typeof questions)[Name]>>['answer']

export type QuestionName = keyof typeof questions
export type Asked<Name extends QuestionName> = Parameters<Answer<Name>>[0]
export type Answered<Name extends QuestionName> = Awaited<ReturnType<Answer<Name>>>
