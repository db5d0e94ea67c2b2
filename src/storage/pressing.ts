import type { Press, Pressed } from '../delivery/deliveryStore.ts'
import type { QueuedLetter } from '../delivery/letter.ts'
import { minutesToNext } from '../delivery/plan.ts'
import type { Frozen, Submission } from '../delivery/submission.ts'
import { answersOf } from './answers.ts'
import { frozenPlace } from './places.ts'
import { type Post, putInLine } from './queueing.ts'
import { versionsOf } from './readSubmission.ts'
import { withdrawReplaced } from './replacing.ts'
import { sha256 } from './sha256.ts'
import type { Within } from './within.ts'

type Answers = Frozen['answers']

// Both come out of the database in the order of their questions' ids, so their JSON is alike where they are.
const holds = ({ frozen }: Submission, answers: Answers): boolean =>
  frozen !== null && JSON.stringify(frozen.answers) === JSON.stringify(answers)

const hashOf = ({ responseId, press }: Press): string => sha256('press', responseId, press)

const pressedBefore = async (within: Within, press: Press): Promise<string | null> => {
  const row = await within
    .selectFrom('submissions')
    .select('id')
    .where('pressHash', '=', hashOf(press))
    .executeTakeFirst()
  return row?.id ?? null
}

/** What a press amounts to when nothing new may be kept; null when it may. */
const answeredBefore = async (
  within: Within,
  press: Press,
  versions: Submission[],
  answers: Answers,
): Promise<Pressed | null> => {
  const [newest] = versions
  const earlier = await pressedBefore(within, press)
  const sent = versions.find(({ id }) => id === earlier)
  if (sent) return holds(sent, answers) ? { again: sent } : { changed: { sent, answers } }
  if (!(await press.seen(answers))) return { changed: { sent: newest ?? null, answers } }
  return newest && holds(newest, answers) ? { again: newest } : null
}

const versionOf = (press: Press, reference: string | null, version: number, answers: Answers, now: number) => ({
  id: crypto.randomUUID(),
  responseId: press.responseId,
  reference,
  version,
  onDeviceAt: press.onDeviceAt,
  firstByteAt: press.firstByteAt,
  committedAt: now,
  fingerprint: press.fingerprint,
  frozen: { answers, name: press.nameOf(answers), ...press.frozen },
})

/** Keeps a version with its letters, or says why not; all that it goes by is read within the transaction. */
export const pressIn = async (
  within: Within,
  post: Post,
  press: Press,
  plan: (kept: Submission) => QueuedLetter[],
  now: () => number,
): Promise<Pressed> => {
  const { sealer } = post
  const response = await within
    .selectFrom('responses')
    .select('reference')
    .where('id', '=', press.responseId)
    .executeTakeFirst()
  if (!response) return { gone: true }
  const answers = await answersOf(within, sealer, press.responseId)
  const versions = await versionsOf(within, sealer, press.responseId)
  const known = await answeredBefore(within, press, versions, answers)
  if (known) return known

  const at = now()
  const wait = minutesToNext(versions, at)
  if (wait !== null) return { wait }
  const kept = versionOf(press, response.reference, (versions[0]?.version ?? 0) + 1, answers, at)
  const frozen = sealer.seal(JSON.stringify(kept.frozen), frozenPlace(kept.id))
  await within
    .insertInto('submissions')
    .values({ ...kept, pressHash: hashOf(press), frozen })
    .execute()
  const letters = plan(kept)
  for (const letter of letters) await putInLine(within, post, letter, kept, at)
  if (letters.some(({ letter }) => letter === 'response')) await withdrawReplaced(within, kept)
  return { kept }
}
