import { checkAnswers } from '../consultation/checkAnswers.ts'
import type { Consultation } from '../consultation/consultation.ts'
import type { Keys } from '../responses/keys.ts'
import type { KeyHash } from '../responses/response.ts'
import type { Finished } from './finished.ts'
import type { Bringing } from './stall.ts'

/** What is asked about a response before it is kept. */
export type Asked = {
  consultation: Pick<Consultation, 'id' | 'questionnaire'>
  keys: Pick<Keys, 'hash'>
  /** True where letters can be sent. */
  mail: boolean
  /** Characters of a text that the form's fonts do not have. */
  missing(text: string): string[]
}

/** Of another pack, or answering what is no longer asked in that way: no form can be made that says the same. */
const isMisfit = ({ consultation }: Asked, { pack, answers }: Finished): boolean =>
  pack !== consultation.id || checkAnswers('', answers, consultation.questionnaire).length > 0

const isPrintable = ({ missing }: Asked, { answers }: Finished): boolean =>
  missing(Object.values(answers).flat().join('\n')).length === 0

/** Whether a response can be sent by a volunteer's word, as it wants to; one that cannot waits for print instead. */
export const canVouch = (asked: Asked, brought: Finished): boolean =>
  brought.wants === 'vouch' && brought.yes !== null && asked.mail && isPrintable(asked, brought)

const keysIn = async ({ keys }: Asked, { link, visit }: Finished): Promise<KeyHash[]> => [
  ...(link ? [await keys.hash('link', link)] : []),
  ...(visit ? [await keys.hash('visit', visit)] : []),
]

/** All that is to be kept of what a tablet brought at `at` (ms, UTC). No time lies after that, whatever its clock said. */
export const bringingOf = async (
  asked: Asked,
  brought: Finished,
  from: { shiftId: string | null; digest: string },
  at: number,
): Promise<Bringing> => {
  const { id, reference, consent, answers, assisted, wants, link, linkOnPaper } = brought
  const misfit = isMisfit(asked, brought)
  const [begunAt, savedAt] = [Math.min(brought.begunAt, at), Math.min(brought.savedAt, at)]
  const waits = !misfit && (wants === 'print' || (wants === 'vouch' && !canVouch(asked, brought)))
  return {
    response: { id, reference, consent, answers, begunAt, savedAt },
    keys: await keysIn(asked, brought),
    taken: { id, ...from, assisted, misfit, at },
    waits: waits ? { link: linkOnPaper ? link : null } : null,
  }
}
