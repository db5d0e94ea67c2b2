import type { QueuedLetter } from '../delivery/letter.ts'
import type { Submission } from '../delivery/submission.ts'
import { deliveryPlace } from './places.ts'
import { submissionBy } from './readSubmission.ts'
import type { Sealer } from './seal.ts'
import { sha256 } from './sha256.ts'
import type { Within } from './within.ts'

/** Gives a letter its Message-ID, angle brackets and all; `submission` is the version that it is about. */
export type MessageIdOf = (letter: QueuedLetter, submission: Submission | null) => string

/** What every part of a delivery store works with. */
export type Post = { sealer: Sealer; messageIdOf: MessageIdOf }

/** Puts a letter in line and answers its id; null where its `once` is known already. */
export const putInLine = async (
  within: Within,
  { sealer, messageIdOf }: Post,
  letter: QueuedLetter,
  submission: Submission | null,
  at: number,
): Promise<string | null> => {
  const id = crypto.randomUUID()
  const row = await within
    .insertInto('deliveries')
    .values({
      id,
      submissionId: letter.submissionId,
      letter: letter.letter,
      messageId: messageIdOf(letter, submission),
      onceHash: letter.once === null ? null : sha256(letter.once),
      contents: sealer.seal(JSON.stringify(letter), deliveryPlace(id, 'contents')),
      queuedAt: at,
      dueAt: at,
    })
    .onConflict((conflict) => conflict.column('onceHash').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** How many are looked for at a time, far below what one statement of SQLite may name. */
const AT_ONCE = 500

/** When letters were queued, by their `once`; nothing of those that never were. */
export const queuedAtIn = async (within: Within, once: string[]): Promise<Map<string, number>> => {
  const byHash = new Map(once.map((each) => [sha256(each), each]))
  const hashes = [...byHash.keys()]
  const found = new Map<string, number>()
  for (let from = 0; from < hashes.length; from += AT_ONCE) {
    const rows = await within
      .selectFrom('deliveries')
      .select(['onceHash', 'queuedAt'])
      .where('onceHash', 'in', hashes.slice(from, from + AT_ONCE))
      .execute()
    for (const { onceHash, queuedAt } of rows) found.set(byHash.get(onceHash ?? '') ?? '', queuedAt)
  }
  return found
}

/** Queues letters; one about a version that was deleted meanwhile must not bring its person's address back, and is left out. */
export const queue = async (within: Within, post: Post, letters: QueuedLetter[], at: number): Promise<string[]> => {
  const added: string[] = []
  for (const letter of letters) {
    const about = letter.submissionId === null ? null : await submissionBy(within, post.sealer, letter.submissionId)
    if (letter.submissionId !== null && !about?.frozen) continue
    const id = await putInLine(within, post, letter, about, at)
    if (id) added.push(id)
  }
  return added
}
