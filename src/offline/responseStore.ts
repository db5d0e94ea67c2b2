import type { Answers } from '../questionnaire/answers.ts'
import { type KeyHash, ReferenceTaken, type Response, type ResponseStore, type Saved } from '../responses/response.ts'
import { keeping, type SealedRow, type TabletDatabase } from './database.ts'
import { newSecret, openResponse, sealResponse } from './sealedAnswers.ts'

const isSame = (one: KeyHash, other: KeyHash) => one.kind === other.kind && one.hash === other.hash

/** Changes over answers, in the order of the questions' ids, as every store gives them. */
const laidOver = (answers: Answers, changes: Record<string, string | string[] | null>): Answers =>
  Object.fromEntries(
    Object.entries({ ...answers, ...changes })
      .filter((entry): entry is [string, string] => entry[1] !== null)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )

/** Responses in a browser's own database, each under a key of its own that is deleted with it. */
export const tabletResponseStore = (db: TabletDatabase): ResponseStore => {
  const read = async (id: string) => {
    const within = db.transaction(['responses', 'secrets'])
    const [row, secret] = await Promise.all([
      within.objectStore('responses').get(id),
      within.objectStore('secrets').get(id),
    ])
    return row && secret ? { row, secret } : null
  }

  const change = async (id: string, changed: (row: SealedRow) => SealedRow): Promise<void> => {
    const within = keeping(db, 'responses')
    const row = await within.store.get(id)
    if (row) await within.store.put(changed(row))
    await within.done
  }

  /** Writes unless somebody else wrote since it was read: sealing cannot be done within a transaction. */
  const replace = async (next: SealedRow): Promise<'replaced' | 'older' | 'taken'> => {
    const within = keeping(db, 'responses')
    const rows = await within.store.getAll()
    const now = rows.find(({ id }) => id === next.id)
    const isTaken = rows.some(({ id, reference }) => id !== next.id && reference === next.reference)
    const isNewest = now?.revision === next.revision - 1
    if (isNewest && !isTaken) await within.store.put({ ...next, keys: now.keys })
    await within.done
    return isTaken ? 'taken' : isNewest ? 'replaced' : 'older'
  }

  const forget = async (ids: string[]): Promise<void> => {
    const within = keeping(db, 'responses', 'secrets')
    for (const id of ids) {
      await within.objectStore('secrets').delete(id)
      await within.objectStore('responses').delete(id)
    }
    await within.done
  }

  const save: ResponseStore['save'] = async (id, changes, reference, savedAt, expect): Promise<Saved> => {
    const found = await read(id)
    if (!found) return 'gone'
    const { row, secret } = found
    const before = await openResponse(secret, row)
    if (expect && !(await expect(before.answers))) return 'changed'
    const kept = before.reference ?? reference
    const after: Response = { ...before, reference: kept, savedAt, answers: laidOver(before.answers, changes) }
    const next = { ...row, ...(await sealResponse(secret, after)), reference: kept, revision: row.revision + 1 }
    const written = await replace(next)
    if (written === 'taken') throw new ReferenceTaken(`the reference ${kept} is another response's`)
    return written === 'replaced' ? 'saved' : save(id, changes, reference, savedAt, expect)
  }

  return {
    save,

    async begin(response, keys) {
      const secret = await newSecret()
      const sealed = await sealResponse(secret, { ...response, answers: laidOver(response.answers, {}) })
      const { id, reference, begunAt } = response
      const added = keys.map((key) => ({ ...key, addedAt: begunAt }))
      const within = keeping(db, 'responses', 'secrets')
      await within.objectStore('secrets').add(secret, id)
      await within.objectStore('responses').add({ id, keys: added, reference, revision: 0, ...sealed })
      await within.done
    },

    async open(key, addedSince = 0) {
      const rows = await db.getAll('responses')
      const row = rows.find(({ keys }) => keys.some((one) => isSame(one, key) && one.addedAt >= addedSince))
      const secret = row && (await db.get('secrets', row.id))
      return row && secret ? openResponse(secret, row) : null
    },

    async byId(id) {
      const found = await read(id)
      return found && openResponse(found.secret, found.row)
    },

    async dropKey(key) {
      for (const { id } of await db.getAll('responses'))
        await change(id, (row) => ({ ...row, keys: row.keys.filter((one) => !isSame(one, key)) }))
    },

    addKeys: (id, keys, at) =>
      change(id, (row) => {
        const added = keys.filter((key) => !row.keys.some((one) => isSame(one, key)))
        return { ...row, keys: [...row.keys, ...added.map((key) => ({ ...key, addedAt: at }))] }
      }),

    forget: (id) => forget([id]),

    async forgetBefore(lastChange) {
      const due: string[] = []
      for (const { id } of await db.getAll('responses')) {
        const found = await read(id)
        const response = found && (await openResponse(found.secret, found.row))
        if (response && (response.savedAt ?? response.begunAt) < lastChange) due.push(id)
      }
      await forget(due)
      return due.length
    },
  }
}
