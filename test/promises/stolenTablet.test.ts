import { type Changed, standBetween } from '../stall/between.ts'
import { makeWords } from '../stall/canaries.ts'
import { keptBy } from '../stall/kept.ts'
import { without } from '../stall/partners.ts'
import { makeStall, pair } from '../stall/people.ts'
import { queueOf } from '../stall/queueOf.ts'
import { tracesOnDisk } from '../stall/traces.ts'
import { finishUnsent } from '../stall/waitingPage.ts'
import { type AtStall, withTablet } from '../stall/withTablet.ts'
import { sayFigures } from './figures.ts'

// D4. Its mutation partner runs below: a tablet on which nothing is sealed.

const PEOPLE = 3
const PATIENCE_MS = 120_000

/** A tablet with finished responses on it that never had signal; answers what a thief finds in its profile, and takes out of it. */
const steal = async (stall: AtStall, words: string[]) => {
  const { cards, shifts } = await makeStall(stall)
  const tablet = await stall.tablet()
  await pair(tablet.page, stall, cards[0]!)
  for (const word of words) await finishUnsent(stall, tablet.page, `It is mine: ${word}.`)
  const taken = await queueOf(tablet.page)
  await tablet.kill()
  return { taken, shift: shifts[0]!, found: tracesOnDisk(words, stall.profile()) }
}

/** Brings bytes as the thief of a pairing key would; answers the status and what was said. */
const bringTo = async ({ address }: AtStall, key: string, id: string, body: Uint8Array<ArrayBuffer>) => {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' }
  const answer = await fetch(`${address}/stall/sync/${id}`, { method: 'POST', headers, body })
  return { status: answer.status, said: await answer.text() }
}

test(
  'a stolen tablet tells nothing of what waits on it, and what is made of it is refused',
  () =>
    withTablet(async (stall) => {
      const words = makeWords(PEOPLE)
      const { taken, found, shift } = await steal(stall, words)
      expect(found).toEqual([])
      expect(taken.entries).toHaveLength(PEOPLE)
      const [first, second] = taken.entries as [(typeof taken.entries)[0], (typeof taken.entries)[0]]
      const bring = (id: string, bytes: number[]) => bringTo(stall, taken.key, id, new Uint8Array(bytes))

      const places = Array.from({ length: 40 }, (_, at) => Math.floor((at * (first.sealed.length - 1)) / 39))
      const statuses = new Set<number>()
      for (const place of places) {
        const changed = first.sealed.with(place, first.sealed[place]! ^ 1)
        statuses.add((await bring(first.id, changed)).status)
      }
      for (const cut of [0, 1, 64, 65, 80, first.sealed.length - 1])
        statuses.add((await bring(first.id, first.sealed.slice(0, cut))).status)
      expect([...statuses].filter((status) => ![400, 422].includes(status))).toEqual([])
      expect((await bring(crypto.randomUUID(), first.sealed)).status).toBe(422)
      expect((await bring(first.id, second.sealed)).status).toBe(422)
      expect(await keptBy(stall)).toEqual([])

      const once = await bring(first.id, first.sealed)
      const again = await bring(first.id, first.sealed)
      expect([once.status, again.status]).toEqual([200, 200])
      expect(JSON.parse(JSON.parse(again.said).receipt.words)).toEqual(JSON.parse(JSON.parse(once.said).receipt.words))
      expect((await bring(first.id, second.sealed)).status).toBe(409)
      expect(await keptBy(stall)).toHaveLength(1)

      await stall.house.site.stalls.revoke(shift, Date.now())
      expect((await bring(second.id, second.sealed)).status).toBe(401)
      expect(await keptBy(stall)).toHaveLength(1)
      sayFigures('D4', { 'words on the disk': found.length, 'changed and refused': places.length + 6, replayed: 1 })
    }),
  PATIENCE_MS,
)

const foundWith = async (changed: Changed): Promise<number> => {
  let found = 0
  await withTablet((stall) =>
    standBetween(stall, changed, async () => {
      const words = makeWords(1)
      found = (await steal(stall, words)).found.length
    }),
  )
  return found
}

test(
  'partner: without sealing, the words are found on the disk',
  async () => {
    expect(await foundWith(without.sealing)).toBeGreaterThan(0)
  },
  PATIENCE_MS,
)
