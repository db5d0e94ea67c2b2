import type { Finished } from '../../src/stall/finished.ts'
import type { Heard } from '../../src/stall/stalls.ts'
import { sealedFor } from '../stall/brought.ts'
import { Visitor } from './visitor.ts'
import { MORNING, type TestHouse } from './withHouse.ts'

/** The day of the tests' clock. */
export const TODAY = '2017-09-25'

export const STILL = { unsent: 0, tally: [], aheadMs: 0 }

/** A stall of today with so many cards, each by the token in its QR. */
export const makeStall = async ({ house }: Pick<TestHouse, 'house'>, cards = 1) => {
  const { stalls } = house.site
  const stall = await stalls.make({ name: 'Heathway', place: 'Dagenham', day: TODAY, cards }, MORNING)
  const shifts = (await stalls.one(stall.id))!.shifts
  const tokens = await Promise.all(shifts.map(({ id }) => stalls.cardOf(id)))
  return { stall, shifts, cards: tokens }
}

/** A tablet that scanned a card: its browser, with the key that it syncs by. */
export class Tablet extends Visitor {
  key = ''

  async pair(card: string) {
    await this.get(`/stall/pair/${card}`)
    const paired = await this.post(`/stall/pair/${card}`)
    const answered = await this.get('/stall/key')
    if (answered.status === 200) this.key = JSON.parse(answered.text).key
    return paired
  }

  /** Posts as its service worker does: by the pairing key alone. */
  bring(path: string, body: RequestInit['body'], key = this.key) {
    return this.send(path, {
      method: 'POST',
      body: body ?? null,
      headers: { authorization: `Bearer ${key}`, cookie: '' },
    })
  }

  async heard(words: object = STILL): Promise<Heard> {
    return JSON.parse((await this.bring('/stall/heard', JSON.stringify(words))).text)
  }

  async sync(finished: Finished) {
    const { keys } = await this.heard()
    const sealed = await sealedFor(keys.seal, finished)
    return { sealed, keys, answered: await this.bring(`/stall/sync/${finished.id}`, sealed) }
  }
}
