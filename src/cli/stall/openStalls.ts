import { machineClock } from '../../clock.ts'
import { compose, type House } from '../../compose.ts'
import { type Config, configFrom, environment } from '../../config.ts'
import type { Shift, Stall } from '../../stall/stall.ts'
import { needKeptData } from '../openPost.ts'
import { Stop } from '../stop.ts'

/** The stalls of a product that may be running, all of its site, its pack's time zone, its address, and the time. */
export type OpenedStalls = House['site']['stalls'] & {
  site: House['site']
  timeZone: string
  publicUrl: string
  now: number
}

/** Lets a command use the stalls beside a server that runs, and closes them. Throws what is wrong with settings or files. */
export const withStalls = async <Result>(use: (stalls: OpenedStalls) => Promise<Result>): Promise<Result> => {
  const config: Config = configFrom(environment())
  needKeptData(config)
  const house = await compose(config)
  try {
    const { site } = house
    const { stalls, consultation, publicUrl } = site
    return await use({ ...stalls, site, timeZone: consultation.timeZone, publicUrl, now: machineClock() })
  } finally {
    await house.close()
  }
}

/** The one stall whose id begins with what was typed. Throws Stop 2. */
export const stallNamed = async (
  stalls: Pick<OpenedStalls, 'all'>,
  typed: string,
): Promise<Stall & { shifts: Shift[] }> => {
  const found = (await stalls.all()).filter(({ id }) => typed !== '' && id.startsWith(typed))
  const [stall] = found
  if (stall && found.length === 1) return stall
  const words = found.length > 1 ? `${found.length} stalls begin with it: type more of it` : 'there is no such stall'
  throw new Stop(2, `${typed}: ${words}. "stall list" shows them.`)
}
