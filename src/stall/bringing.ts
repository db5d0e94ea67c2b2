import type { Consultation } from '../consultation/consultation.ts'
import { tooMuch } from '../questionnaire/tidyText.ts'
import { unfittingIn } from '../questionnaire/unfitting.ts'
import type { Keys } from '../responses/keys.ts'
import type { KeyHash } from '../responses/response.ts'
import type { Finished } from './finished.ts'
import type { Bringing, VouchWord } from './stall.ts'

/** What is asked about a response before it is kept. */
export type Asked = {
  consultation: Pick<Consultation, 'id' | 'questionnaire'>
  /** This server's print of its questions, boxes and form. */
  fingerprint: string
  keys: Pick<Keys, 'hash'>
  /** True where letters can be sent. */
  mail: boolean
  /** Characters of a text that the form's fonts do not have. */
  missing(text: string): string[]
}

/** Of another pack, or answering what is no longer asked in that way: no form can be made that says the same. */
const isMisfit = ({ consultation }: Asked, { pack, answers }: Finished): boolean =>
  pack !== consultation.id || unfittingIn(consultation.questionnaire, answers).length > 0

const isPrintable = ({ missing }: Asked, { answers }: Finished): boolean =>
  missing(Object.values(answers).flat().join('\n')).length === 0

/** Whether a volunteer's word can send a response; one asked with another form than today's, or half done, waits for a look. */
const canVouch = (asked: Asked, brought: Finished): boolean =>
  brought.complete && brought.fingerprint === asked.fingerprint && asked.mail && isPrintable(asked, brought)

// Words that nobody could have typed are kept, and opened by no page: there they would hold up everybody.
const opensNothing = ({ answers }: Finished): boolean =>
  Object.values(answers).some((said) => [said].flat().some((text) => tooMuch(text, 'text') !== null))

const keysIn = async ({ keys }: Asked, brought: Finished): Promise<KeyHash[]> => {
  const { link, visit } = brought
  if (opensNothing(brought)) return []
  return [...(link ? [await keys.hash('link', link)] : []), ...(visit ? [await keys.hash('visit', visit)] : [])]
}

type From = { shiftId: string | null; digest: string; firstByteAt: number }

const wordOf = ({ answers, assisted, deviceAt, yes }: Finished, { firstByteAt }: From, at: number): VouchWord | null =>
  yes && { answers, assisted, deviceAt, firstByteAt, yes: { ...yes, at: Math.min(yes.at, at) } }

/**
 * All that is to be kept of what a tablet brought at `at` (ms, UTC). No time lies after that, whatever its clock said.
 * `mayVouch` is asked, once, about what a volunteer's word could send.
 */
export const bringingOf = async (
  asked: Asked,
  brought: Finished,
  from: From,
  at: number,
  mayVouch: () => Promise<boolean>,
): Promise<Bringing> => {
  const { id, reference, consent, answers, assisted, wants, link, linkOnPaper } = brought
  const { shiftId, digest, firstByteAt } = from
  const older = brought.fingerprint !== asked.fingerprint
  // Where nobody knows the stall there is no tray to look at it in.
  const misfit = isMisfit(asked, brought) || (older && shiftId === null)
  const byThen = (ms: number) => Math.min(ms, at)
  const finishedAt = brought.complete ? byThen(brought.finishedAt) : null
  const times = { finishedAt, onDeviceAt: brought.deviceAt, firstByteAt }
  const word = wants === 'vouch' && !misfit ? wordOf(brought, from, at) : null
  const vouch = word && canVouch(asked, brought) && (await mayVouch()) ? { responseId: id, shiftId, word } : null
  // A misfit waits there too: whoever stands at the stall with its person sees at once that it cannot be printed, and why.
  const waits = !vouch && (wants === 'print' || wants === 'vouch')
  const response = { id, reference, answers, begunAt: byThen(brought.begunAt), savedAt: byThen(brought.savedAt) }
  return {
    response: { ...response, consent: { ...consent, at: byThen(consent.at) } },
    keys: await keysIn(asked, brought),
    taken: { id, shiftId, digest, assisted, misfit, older, ...times, at },
    waits: waits ? { link: linkOnPaper ? link : null } : null,
    vouch,
  }
}
