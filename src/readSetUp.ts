import { type Config, configFrom, environment, rehearsalConfigFrom } from './config.ts'
import type { Consultation } from './consultation/consultation.ts'
import { readPack } from './consultation/readPack.ts'
import { CannotStart } from './everyProblem.ts'
import { settings } from './settings.ts'

const problemOf = (settled: PromiseSettledResult<unknown>): string[] =>
  settled.status === 'rejected' ? [String(settled.reason?.message ?? settled.reason)] : []

/**
 * The settings and the pack, which is found even where other settings are wrong: so the problems of both come at once.
 * Throws CannotStart.
 */
export const readSetUp = async (rehearse: boolean): Promise<{ config: Config; pack: Consultation }> => {
  const given = environment()
  const folder = settings.shape.PACK.parse(given.PACK?.trim() ? given.PACK : undefined)
  const readConfig = async () => (rehearse ? rehearsalConfigFrom(given) : configFrom(given))
  const [config, pack] = await Promise.allSettled([readConfig(), readPack(folder)])
  if (config.status === 'fulfilled' && pack.status === 'fulfilled') return { config: config.value, pack: pack.value }
  throw new CannotStart([config, pack].flatMap(problemOf).join('\n\n'))
}
