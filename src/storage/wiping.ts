import type { NotNull } from 'kysely'
import type { LetterKind } from '../delivery/delivery.ts'
import { deliveryIds, type SomeDeliveries } from './readDelivery.ts'
import { takeOut } from './takingOut.ts'
import type { Within } from './within.ts'

/** Letters whose words open something: a code, a link to sign in by. */
const secrets: LetterKind[] = ['code', 'organiser-link']

/** How long (ms) the words of such a letter are kept at most: they open nothing after that. */
const SECRETS_MS = 15 * 60_000

/** Whether a letter's words open something, so that they go as soon as it has gone. */
export const isSecret = (letter: LetterKind): boolean => secrets.includes(letter)

/** Wipes all that stands in letters and all that was said about them; times and hashes stay. */
export const wipe = async (within: Within, some: SomeDeliveries): Promise<void> => {
  await within.deleteFrom('messages').where('deliveryId', 'in', some).execute()
  await within.updateTable('attempts').set({ words: null }).where('deliveryId', 'in', some).execute()
  const nothing = { contents: null, acceptance: null, refusedWords: null, setAsideWords: null, bouncedWords: null }
  await within.updateTable('deliveries').set(nothing).where('id', 'in', some).execute()
}

/** Remembers whose copies carriers are to drop: only what was tried can have been copied. */
export const dropCopies = async (within: Within, some: SomeDeliveries): Promise<void> => {
  const tried = within
    .selectFrom('deliveries')
    .select('messageId')
    .where('id', 'in', some)
    .where('messageId', 'is not', null)
    .where('id', 'in', within.selectFrom('attempts').select('deliveryId'))
    .$narrowType<{ messageId: NotNull }>()
  await within
    .insertInto('dropped')
    .columns(['messageId'])
    .expression(tried)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Wipes codes and links that open nothing any more, and withdraws what never left. */
export const wipeOldSecrets = async (within: Within, now: number): Promise<void> => {
  const old = deliveryIds(within)
    .where('letter', 'in', secrets)
    .where('contents', 'is not', null)
    .where('queuedAt', '<=', now - SECRETS_MS)
  if (!(await old.limit(1).executeTakeFirst())) return
  await takeOut(within, old, { withdrawnAt: now })
  await dropCopies(within, old)
  await wipe(within, old)
}
