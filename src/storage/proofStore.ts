import type { Opened, ProofStore } from '../delivery/proof.ts'
import type { Database } from './database.ts'
import { addressPlace } from './places.ts'
import type { Sealer } from './seal.ts'
import { reading, type Within, writing } from './within.ts'

/** How long (ms) it is known, as keyed hashes, that somebody asked who then deleted everything: else limits could be walked around. */
const REMEMBERED_MS = 24 * 60 * 60_000

const newestOf = (within: Within, { responseId, browser }: Opened) =>
  within
    .selectFrom('proofs')
    .selectAll()
    .where('responseId', '=', responseId)
    .where('browser', '=', browser)
    .orderBy('sequence', 'desc')
    .executeTakeFirst()

const ask = async (within: Within, sealer: Sealer, proof: Parameters<ProofStore['ask']>[0], at: number) => {
  const { responseId, browser, address, codeHash, asker, addressHash } = proof
  const sealed = sealer.seal(address, addressPlace(responseId))
  await within
    .insertInto('proofs')
    .values({ responseId, browser, address: sealed, codeHash, asker, addressHash, askedAt: at })
    .execute()
}

const enter = async (
  within: Within,
  opened: Opened,
  codeHash: string,
  { since, tries }: { since: number; tries: number },
  at: number,
) => {
  const proof = await newestOf(within, opened)
  if (!proof) return 'none'
  if (proof.provedAt !== null || proof.askedAt < since || proof.wrongTries >= tries) return 'over'
  const { addressHash, sequence, wrongTries } = proof
  if (proof.codeHash !== codeHash) {
    const counted = { wrongTries: wrongTries + 1 }
    await within.updateTable('proofs').set(counted).where('sequence', '=', sequence).execute()
    return 'wrong'
  }
  // This browser's earlier codes to the same mailbox were asked for by its own person, as is known now: they count against nobody.
  await within
    .updateTable('proofs')
    .set({ provedAt: at })
    .where('responseId', '=', opened.responseId)
    .where('browser', '=', opened.browser)
    .where('addressHash', '=', addressHash)
    .execute()
  return 'right'
}

/** Codes that prove an address, in SQLite: the address sealed, the rest as keyed hashes. */
export const sqliteProofStore = (db: Database, sealer: Sealer): ProofStore => ({
  ask: (proof, at) => writing(db, (within) => ask(within, sealer, proof, at)),

  proofOf: (opened) =>
    reading(db, async (within) => {
      const row = await newestOf(within, opened)
      if (!row?.address) return null
      const { responseId } = opened
      const { askedAt, wrongTries, provedAt } = row
      return {
        responseId,
        address: sealer.openText(row.address, addressPlace(responseId)),
        askedAt,
        wrongTries,
        provedAt,
      }
    }),

  async forgetAskers(now) {
    await db
      .deleteFrom('proofs')
      .where('responseId', 'is', null)
      .where('askedAt', '<', now - REMEMBERED_MS)
      .execute()
  },

  enter: (opened, codeHash, rules, at) => writing(db, (within) => enter(within, opened, codeHash, rules, at)),

  async askedSince(asker, addressHash, since) {
    const asked = db.selectFrom('proofs').where('askedAt', '>=', since)
    const counted = await asked
      .select(({ fn }) => [
        fn.countAll<number>().filterWhere('asker', '=', asker).filterWhere('provedAt', 'is', null).as('unproved'),
        fn.countAll<number>().filterWhere('asker', '=', asker).filterWhere('provedAt', 'is not', null).as('proved'),
        fn.countAll<number>().filterWhere('addressHash', '=', addressHash).as('forAddress'),
        fn
          .countAll<number>()
          .filterWhere('addressHash', '=', addressHash)
          .filterWhere('asker', '=', asker)
          .as('forBoth'),
      ])
      .executeTakeFirstOrThrow()
    const { unproved, proved, forAddress, forBoth } = counted
    return { unproved, proved, forAddress, forBoth }
  },
})
