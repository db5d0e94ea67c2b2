import { machineClock, shiftedClock } from './clock.ts'
import { compose } from './compose.ts'
import { configFrom, environment, rehearsalConfigFrom } from './config.ts'
import { startOptions, WrongUsage } from './rehearsal/options.ts'
import { startRehearsal } from './rehearsal/rehearsal.ts'
import { serve } from './web/serve.ts'

const HOUR_MS = 60 * 60 * 1000

const say = (line: string) => process.stdout.write(`${line}\n`)

const start = async () => {
  const options = startOptions(process.argv.slice(2))
  const config = options.rehearse ? rehearsalConfigFrom(environment()) : configFrom(environment())
  const rehearsal = options.rehearse ? startRehearsal(config.dataFolder, options, machineClock()) : null
  if (rehearsal?.setAside) say(`The earlier rehearsal is kept in ${rehearsal.setAside}`)
  const clock = rehearsal ? shiftedClock(rehearsal.offsetMs) : machineClock
  const house = await compose(config, { clock })
  await house.forgetDue()
  setInterval(
    () => house.forgetDue().catch((error) => house.log.error({ name: error?.name }, 'forgetting failed')),
    HOUR_MS,
  ).unref()
  await serve(house.app, config, house)
  say(`Open http://${config.host}:${config.port}/`)
}

await start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(error instanceof WrongUsage ? 2 : 1)
})
