import { machineClock, shiftedClock } from './clock.ts'
import { CannotStart, compose } from './compose.ts'
import { configFrom, environment, rehearsalConfigFrom } from './config.ts'
import { readPack } from './consultation/readPack.ts'
import { startOptions, WrongUsage } from './rehearsal/options.ts'
import { startRehearsal } from './rehearsal/rehearsal.ts'
import { settings } from './settings.ts'
import { serve } from './web/serve.ts'

const HOUR_MS = 60 * 60 * 1000

const say = (line: string) => process.stdout.write(`${line}\n`)

const problemOf = (settled: PromiseSettledResult<unknown>): string[] =>
  settled.status === 'rejected' ? [String(settled.reason?.message ?? settled.reason)] : []

/** The settings and the pack, which is found even where other settings are wrong: so the problems of both come at once. */
const readBoth = async (rehearse: boolean) => {
  const given = environment()
  const folder = settings.shape.PACK.parse(given.PACK?.trim() ? given.PACK : undefined)
  const readConfig = async () => (rehearse ? rehearsalConfigFrom(given) : configFrom(given))
  const [config, pack] = await Promise.allSettled([readConfig(), readPack(folder)])
  if (config.status === 'fulfilled' && pack.status === 'fulfilled') return { config: config.value, pack: pack.value }
  throw new CannotStart([config, pack].flatMap(problemOf).join('\n\n'))
}

const start = async () => {
  const options = startOptions(process.argv.slice(2))
  const { config, pack } = await readBoth(options.rehearse)
  const rehearsal = options.rehearse ? startRehearsal(config.dataFolder, pack, options, machineClock()) : null
  if (rehearsal?.setAside) say(`The earlier rehearsal is kept in ${rehearsal.setAside}`)
  const clock = rehearsal ? shiftedClock(rehearsal.offsetMs) : machineClock
  const house = await compose(config, { clock })
  await house.forgetDue()
  setInterval(
    () => house.forgetDue().catch((error) => house.log.error({ name: error?.name }, 'forgetting failed')),
    HOUR_MS,
  ).unref()
  await serve(house.app, config, house).catch((error) => house.close().then(() => Promise.reject(error)))
  rehearsal?.keep()
  say(`Open http://${config.host}:${config.port}/`)
}

await start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  // Not process.exit: where WebAssembly is still being compiled in a thread, Node may wait for it for ever.
  process.exitCode = error instanceof WrongUsage ? 2 : 1
})
