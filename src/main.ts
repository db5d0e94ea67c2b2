import { flushCompileCache } from 'node:module'
import { machineClock, shiftedClock } from './clock.ts'
import { compose, type House } from './compose.ts'
import { practiceCard } from './practiceStall.ts'
import { readSetUp } from './readSetUp.ts'
import { startOptions } from './rehearsal/options.ts'
import { startRehearsal } from './rehearsal/rehearsal.ts'
import { sayEnd } from './sayEnd.ts'
import { serve } from './web/serve.ts'

const HOUR_MS = 60 * 60 * 1000

const say = (line: string) => process.stdout.write(`${line}\n`)

const forgetEveryHour = async (house: House) => {
  await house.forgetDue()
  const forget = () => house.forgetDue().catch((error) => house.log.error({ name: error?.name }, 'forgetting failed'))
  setInterval(forget, HOUR_MS).unref()
}

const start = async () => {
  const options = startOptions(process.argv.slice(2))
  const { config, pack } = await readSetUp(options.rehearse)
  const rehearsal = options.rehearse ? startRehearsal(config.dataFolder, pack, options, machineClock()) : null
  if (rehearsal?.setAside) say(`The earlier rehearsal is kept in ${rehearsal.setAside}`)
  const clock = rehearsal ? shiftedClock(rehearsal.offsetMs) : machineClock
  const house = await compose(config, { clock })
  await forgetEveryHour(house)
  await serve(house.app, config, house).catch((error) => house.close().then(() => Promise.reject(error)))
  rehearsal?.keep()
  if (config.sendsHere) house.outbox?.start()
  say(`Open http://${config.host}:${config.port}/`)
  if (rehearsal) say(`Practise a stall, with this card: ${await practiceCard(house, clock())}`)
  const trouble = await house.trouble()
  if (trouble) process.stderr.write(`${trouble}\n`)
  // A server that is always killed starts quicker the next time too.
  flushCompileCache()
}

await start().catch(sayEnd)
