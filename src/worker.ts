import { compose } from './compose.ts'
import { readSetUp } from './readSetUp.ts'
import { sayEnd } from './sayEnd.ts'

/** The outbox alone: it sends what waits in the data folder, beside a web process with OUTBOX=elsewhere or with its own. */
const start = async () => {
  const { config } = await readSetUp(false)
  const house = await compose(config)
  if (!house.outbox) throw new Error('There is nothing to send with: set SMTP_URL or MAIL_FOLDER, and MAIL_FROM.')
  house.outbox.start()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void house.close())
  process.stdout.write('Sending what waits.\n')
  const trouble = await house.trouble()
  if (trouble) process.stderr.write(`${trouble}\n`)
}

await start().catch(sayEnd)
