import { sql } from 'kysely'
import type { DeliveryStore } from '../delivery/deliveryStore.ts'
import { claimIn } from './claiming.ts'
import { type Database, wipeLog } from './database.ts'
import { endedIn } from './ending.ts'
import { hasSentIn, sayOwnWayIn, tallyIn } from './ownWays.ts'
import { pressIn } from './pressing.ts'
import { type MessageIdOf, queue, queuedAtIn } from './queueing.ts'
import { deliveriesIn, deliveryIds, oneDelivery } from './readDelivery.ts'
import { entriesOf } from './readEntries.ts'
import { contentsOf, keptUnsentIn, sentOf } from './readPost.ts'
import { submissionBy } from './readSubmission.ts'
import { timesIn } from './readTimes.ts'
import { waitingIn } from './readWaiting.ts'
import type { Sealer } from './seal.ts'
import { bouncedIn, setAsideIn } from './settling.ts'
import { sha256 } from './sha256.ts'
import { takeOut } from './takingOut.ts'
import { connectingIn, freezeIn, phaseIn } from './trying.ts'
import { tryAgainIn } from './tryingAgain.ts'
import { wipeOldSecrets } from './wiping.ts'
import { reading, type Within, writing } from './within.ts'
import { beatIn, leaveIn } from './workers.ts'

/** Submissions and deliveries in SQLite, everything in them that tells of a person sealed. */
export const sqliteDeliveryStore = (
  db: Database,
  sealer: Sealer,
  { messageIdOf }: { messageIdOf: MessageIdOf },
): DeliveryStore => {
  const post = { sealer, messageIdOf }
  const write = <Result>(work: (within: Within) => Promise<Result>) => writing(db, work)
  const read = <Result>(work: (within: Within) => Promise<Result>) => reading(db, work)

  return {
    press: (press, plan, now) => write((within) => pressIn(within, post, press, plan, now)),
    queue: (letters, at) =>
      write(async (within) => {
        await wipeOldSecrets(within, at)
        return queue(within, post, letters, at)
      }),
    hasSent: (responseId) => hasSentIn(db, responseId),
    queuedAt: (once) => read((within) => queuedAtIn(within, once)),
    sent: (responseId) => read((within) => sentOf(within, sealer, responseId)),
    timesOf: (responseId) => read((within) => timesIn(within, responseId)),
    submission: (id) => read((within) => submissionBy(within, sealer, id)),
    delivery: (id) => read((within) => oneDelivery(within, sealer, deliveryIds(within).where('id', '=', id))),
    deliveryByOnce: (once) =>
      read((within) => oneDelivery(within, sealer, deliveryIds(within).where('onceHash', '=', sha256(once)))),
    contents: (id) => read((within) => contentsOf(within, sealer, id)),
    newest: async (limit) => {
      const some = (within: Within) => deliveryIds(within).orderBy('sequence', 'desc').limit(limit)
      return (await read((within) => deliveriesIn(within, sealer, some(within)))).reverse()
    },

    claim: (worker, dead, now, limit, whose) =>
      write(async (within) => {
        await wipeOldSecrets(within, now)
        return claimIn(within, sealer, { worker, dead, now, limit, whose })
      }),
    freeze: (claim, message, hash, at) => write((within) => freezeIn(within, sealer, claim, message, hash, at)),
    connecting: (claim, at) => write((within) => connectingIn(within, claim, at)),
    bodyBegun: (claim, bodyBegunAt) => write((within) => phaseIn(within, claim, { bodyBegunAt })),
    bodyEnded: (claim, bodyEndedAt) => write((within) => phaseIn(within, claim, { bodyEndedAt })),
    ended: (claim, verdict, at, dueAt) => write((within) => endedIn(within, sealer, { claim, verdict, at, dueAt })),
    setAside: (claim, words, at) => write((within) => setAsideIn(within, sealer, claim, words, at)),
    abandon: async (id, abandonedAt) =>
      (await write((within) => takeOut(within, deliveryIds(within).where('id', '=', id), { abandonedAt }))) > 0,
    tryAgain: (id, at) => write((within) => tryAgainIn(within, sealer, id, at)),
    bounced: (id, words, at) => write((within) => bouncedIn(within, sealer, id, words, at)),

    beat: (worker, at) => write((within) => beatIn(within, worker, at)),
    workers: () => db.selectFrom('workers').selectAll().orderBy('worker').execute(),
    leave: (worker) => write((within) => leaveIn(within, worker)),

    entries: () => entriesOf(db, sealer),
    waiting: () => read(waitingIn),
    keptUnsent: () => read(keptUnsentIn),
    sayOwnWay: (responseId, way, at) => write((within) => sayOwnWayIn(within, responseId, way, at)),
    ownWayOf: async (responseId) => {
      const row = await db
        .selectFrom('ownWays')
        .select(['way', 'at'])
        .where('responseId', '=', responseId)
        .executeTakeFirst()
      return row ?? null
    },
    tally: () => read(tallyIn),
    async forgotten() {
      const rows = await db.selectFrom('dropped').select('messageId').execute()
      return rows.map(({ messageId }) => messageId)
    },
    async dropped(messageIds) {
      // One value, for SQLite takes no more than 32,766.
      const these = sql<string>`(select value from json_each(${JSON.stringify(messageIds)}))`
      await db.deleteFrom('dropped').where('messageId', 'in', these).execute()
      await wipeLog(db)
    },
  }
}
