import { compose } from '../../src/compose.ts'
import { configFrom } from '../../src/config.ts'

// The outbox in a process of its own, as src/worker.ts is, by a clock that runs several times as fast as the machine's: so a
// greylist's quarter of an hour passes in minutes. Given: when the clock began (ms, UTC), and how fast it runs.

const [began = 0, speed = 1] = process.argv.slice(2).map(Number)
const house = await compose(configFrom(process.env), { clock: () => began + (Date.now() - began) * speed })
house.outbox?.start()
process.stdout.write('Open http\n')
