import type { Vouch, VouchEnd, VouchWord } from '../stall/stall.ts'
import { countHappening } from './happenings.ts'
import { vouchPlace } from './places.ts'
import type { Sealer } from './seal.ts'
import { waitIn } from './tray.ts'
import type { Within } from './within.ts'

/** Marks a response as still to be sent by a volunteer's word, with all that sending it takes. */
export const markIn = async (within: Within, { seal }: Sealer, { responseId, shiftId, word }: Vouch): Promise<void> => {
  const sealed = seal(JSON.stringify(word), vouchPlace(responseId))
  await within.insertInto('vouches').values({ responseId, shiftId, word: sealed }).execute()
}

/** What is still to be sent by a volunteer's word: of one response, or of all. */
export const vouchesIn = async (within: Within, { openText }: Sealer, responseId?: string): Promise<Vouch[]> => {
  const all = within.selectFrom('vouches').selectAll()
  const rows = await (responseId === undefined ? all : all.where('responseId', '=', responseId)).execute()
  return rows.map((row) => ({
    ...row,
    word: JSON.parse(openText(row.word, vouchPlace(row.responseId))) as VouchWord,
  }))
}

/** Takes a mark away and counts what was sent, or puts what was not into the tray; what somebody else ended stays so. */
export const endVouchIn = async (
  within: Within,
  sealer: Sealer,
  responseId: string,
  end: VouchEnd,
  at: number,
): Promise<void> => {
  const mark = within.deleteFrom('vouches').where('responseId', '=', responseId).returning('shiftId')
  const { shiftId } = (await mark.executeTakeFirst()) ?? { shiftId: null }
  if (shiftId === null || end === 'neither') return
  if (end === 'waits') return waitIn(within, sealer, shiftId, { responseId, addedAt: at, link: null })
  const shift = within.selectFrom('shifts').select('stallId').where('id', '=', shiftId)
  await countHappening(within, (await shift.executeTakeFirstOrThrow()).stallId, 'sent', at)
}
