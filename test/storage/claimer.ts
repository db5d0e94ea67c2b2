import { setTimeout } from 'node:timers/promises'
import { openDatabase } from '../../src/storage/database.ts'
import { sqliteDeliveryStore } from '../../src/storage/deliveryStore.ts'
import { sealer } from './sealer.ts'

const [file, worker] = process.argv.slice(2)

/** A process of its own that claims the people's letters of a database until there are none, and says which. */
const db = await openDatabase(file!, sealer)
const store = sqliteDeliveryStore(db, sealer, { messageIdOf: () => '<x@y>' })
// Nobody begins before both are there: a process takes longer to start than to claim everything.
await store.beat(worker!, 1000)
while ((await store.workers()).length < 2) await setTimeout(1)
const claimed: string[] = []
for (;;) {
  const claims = await store.claim(worker!, [], 1000, 5, 'people')
  if (claims.length === 0) break
  claimed.push(...claims.map(({ delivery }) => delivery.id))
}
await db.destroy()
process.stdout.write(JSON.stringify(claimed))
