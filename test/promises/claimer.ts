import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeDeadWorkers } from '../../src/delivery/deadWorkers.ts'
import { plainSealer } from '../../src/storage/seal.ts'
import { openPost } from '../storage/openPost.ts'

// A process that claims letters from a store as the outbox does, and tells in a file what it was given: `id fence held`.
// It ends when nothing waits any more. Each letter that it holds takes it `pace` ms.

const [folder = '', worker = '', log = '', atOnce = '', pace = '0'] = process.argv.slice(2)
const { store, db } = await openPost(join(folder, 'data'), plainSealer)
const deadAmong = makeDeadWorkers(worker)
const yes = { accepted: { by: 'mx', host: 'mx.body.example', words: '250 ok' } } as const

const left = async () =>
  (await db.selectFrom('deliveries').select('id').where('acceptedAt', 'is', null).limit(1).execute()).length > 0

process.stdout.write('Open http\n')
while (await left()) {
  await store.beat(worker, Date.now())
  const dead = deadAmong(await store.workers(), performance.now())
  const claims = await store.claim(worker, dead, Date.now(), Number(atOnce), 'people')
  for (const claim of claims) {
    const held = await store.connecting(claim, Date.now())
    appendFileSync(log, `${claim.delivery.id} ${claim.fence} ${held}\n`)
    if (held && pace !== '0') await pause(Number(pace))
    if (held) await store.ended(claim, yes, Date.now(), null)
  }
  if (claims.length === 0) await pause(100)
}
await store.leave(worker)
await db.destroy()
