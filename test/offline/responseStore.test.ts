import 'fake-indexeddb/auto'
import { openTabletDatabase } from '../../src/offline/database.ts'
import { tabletResponseStore } from '../../src/offline/responseStore.ts'
import { responseStoreContract } from '../contracts/response-store.ts'

let number = 0
const open = () => openTabletDatabase(`tablet ${++number}`)

responseStoreContract('IndexedDB', async () => {
  const db = await open()
  return { store: tabletResponseStore(db), close: async () => db.close() }
})

describe('a response on a tablet', () => {
  const begun = { id: 'a', reference: null, consent: { at: 1, wording: 'I agree' }, begunAt: 1, savedAt: null }
  const key = { kind: 'visit', hash: 'h' } as const

  test('lies there unreadable, and is gone for good with its own key', async () => {
    const db = await open()
    const store = tabletResponseStore(db)
    await store.begin({ ...begun, answers: { q1: 'CANARY' } }, [key])
    await store.save('a', { q2: 'CANARY' }, 'K7MQ2FTD', 2)
    const [row] = await db.getAll('responses')
    expect(new TextDecoder().decode(row!.sealed)).not.toContain('CANARY')
    expect((await store.open(key))!.answers).toEqual({ q1: 'CANARY', q2: 'CANARY' })
    await db.delete('secrets', 'a')
    expect(await store.open(key)).toBe(null)
    db.close()
  })

  test('two saves at once are both kept', async () => {
    const db = await open()
    const store = tabletResponseStore(db)
    await store.begin({ ...begun, answers: {} }, [key])
    await Promise.all(['q1', 'q2', 'q3'].map((id) => store.save('a', { [id]: 'said' }, 'K7MQ2FTD', 2)))
    expect((await store.open(key))!.answers).toEqual({ q1: 'said', q2: 'said', q3: 'said' })
    db.close()
  })
})
