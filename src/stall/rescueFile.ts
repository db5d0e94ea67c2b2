import { base64ToUint8Array } from 'uint8array-extras'
import { z } from 'zod'
import type { Brought, Stalls } from './stalls.ts'

/** What waited on a tablet, as a file: sealed as it lay there, and whose tablet it was, as far as it knew. */
export const rescueFile = z.object({
  v: z.literal(1),
  stall: z.string().nullable().default(null),
  card: z.number().int().nullable().default(null),
  entries: z.array(z.object({ id: z.uuid(), sealed: z.base64() })).max(10_000),
})

export type RescueFile = z.infer<typeof rescueFile>

/** What became of a rescue file: its shift, null where nobody knows it, and each entry. */
export type Rescued = { shiftId: string | null; entries: { id: string; brought: Brought }[] }

const shiftIn = async (stalls: Pick<Stalls, 'one'>, { stall, card }: RescueFile): Promise<string | null> => {
  const found = stall === null ? null : await stalls.one(stall)
  return found?.shifts.find(({ number }) => number === card)?.id ?? null
}

/** Takes in what waited on a tablet, its card revoked or not: whoever runs the server decided. Doing it twice changes nothing. */
export const takeRescued = async (
  stalls: Pick<Stalls, 'one' | 'takeIn'>,
  file: RescueFile,
  now: number,
): Promise<Rescued> => {
  const shiftId = await shiftIn(stalls, file)
  const entries: Rescued['entries'] = []
  for (const { id, sealed } of file.entries) {
    entries.push({ id, brought: await stalls.takeIn(shiftId, id, base64ToUint8Array(sealed), now) })
  }
  return { shiftId, entries }
}
