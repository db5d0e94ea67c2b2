import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { withFolder } from '../storage/folder.ts'
import { houseIn } from './houseIn.ts'

/** A running product, on a folder that outlives it. */
export type Started = Awaited<ReturnType<typeof houseIn>>

/** How a product counts who asks, where a mutation partner changes it: as whom it counts somebody, and whether it knows after a restart. */
export type Counting = { countedAs?: (asker: string) => string; forgets?: boolean }

/** Mail into a folder, nothing sent, and each asker's address told by a proxy. */
export const envOf = (folder: string) => ({
  ...{ MAIL_FOLDER: `${folder}/post`, MAIL_FROM: 'respond@campaign.example', OUTBOX: 'elsewhere', TRUST_PROXY: '1' },
})

/** Has a product count somebody as somebody else. */
export const countAs = ({ house: { site } }: Started, countedAs: (asker: string) => string): void => {
  const { askerOf } = site
  Object.assign(site, { askerOf: (asker: string) => askerOf(countedAs(asker)) })
}

const MOST = 100

/** Tries until it is told to wait; answers how often it was not, at most 100 times. */
export const triesOf = async (once: (at: number) => Promise<{ status: number }>): Promise<number> => {
  for (let tries = 0; tries < MOST; tries += 1) if ((await once(tries)).status === 429) return tries
  return MOST
}

const forgetCounts = (folder: string): void => {
  const db = new DatabaseSync(join(folder, 'data/responses.sqlite'))
  db.exec('DELETE FROM counts; DELETE FROM proofs')
  db.close()
}

type Attack = (started: Started) => Promise<number>

/** Attacks a product, and again after a restart; answers how many tries each had. */
export const attackTwice = async (
  first: Attack,
  second: Attack,
  { countedAs = (asker) => asker, forgets = false }: Counting = {},
): Promise<{ tries: number; again: number }> => {
  const found = { tries: 0, again: 0 }
  await withFolder(async (folder) => {
    const run = async (attack: Attack) => {
      const started = await houseIn(folder, envOf(folder))
      countAs(started, countedAs)
      return attack(started).finally(started.close)
    }
    found.tries = await run(first)
    if (forgets) forgetCounts(folder)
    found.again = await run(second)
  })
  return found
}

/** Who is never known again, as a guesser with an address for each try, or a count that is kept by the request. */
export const neverTheSame = (): string => crypto.randomUUID()
