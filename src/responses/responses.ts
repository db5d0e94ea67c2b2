import type { Answer } from '../questionnaire/answers.ts'
import type { Keys } from './keys.ts'
import { newVisitKey, VISIT_MS } from './keys.ts'
import { newReference } from './reference.ts'
import {
  type Expect,
  type KeyHash,
  type KeyKind,
  ReferenceTaken,
  type Response,
  type ResponseStore,
  type Saved,
} from './response.ts'

/** Answers to lay over the earlier ones; null makes a question blank again. */
export type Changes = Record<string, Answer | null>

/** Everything that can be done with responses. Times are milliseconds since 1970, UTC. */
export type Responses = {
  /** Begins an empty response for one who agreed to these words, and gives the visit key that opens it. */
  begin(consentWording: string, now: number): Promise<{ key: string; response: Response }>
  /** The response that a browser's key opens for half a day from when it was given, or null. */
  visit(visitKey: string, now: number): Promise<Response | null>
  /** Ends a browser's key; the link and the code that it was shown still open the response. */
  leave(visitKey: string): Promise<void>
  /** The response that a key opens, or null; wrong, deleted and never made are alike. */
  openBy(kind: KeyKind, words: string): Promise<Response | null>
  /** The response of an id that the house itself knows, as a stall's tray does; null where it is no more. */
  byId(id: string): Promise<Response | null>
  /** Saves answers; the first save makes the reference and this browser's link and code. Null when the response is no more. */
  save(id: string, visitKey: string, answers: Changes, now: number): Promise<Response | null>
  /** The same, but only where `expect` holds for what is saved at that moment; what it refuses is `changed`. */
  saveIf(
    expect: Expect,
    id: string,
    visitKey: string,
    answers: Changes,
    now: number,
  ): Promise<Response | 'changed' | null>
  /** A fresh visit key, with a link and code of its own, for the response that these words open; null when they open none. */
  comeBack(kind: KeyKind, words: string, now: number): Promise<{ key: string } | null>
  /** Deletes the response with its answers, keys and post, for good; what still waits to be sent is withdrawn. */
  forget(id: string, now: number): Promise<void>
}

const triesForReference = 8

const saveWithReference = async (
  store: ResponseStore,
  id: string,
  answers: Changes,
  now: number,
  expect?: Expect,
): Promise<Saved> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await store.save(id, answers, newReference(), now, expect)
    } catch (error) {
      if (!(error instanceof ReferenceTaken) || attempt === triesForReference) throw error
    }
  }
}

/** Responses over a store, under the server's keys. */
export const makeResponses = (store: ResponseStore, keys: Keys): Responses => {
  const waysBack = async (visitKey: string): Promise<KeyHash[]> => [
    await keys.hash('link', await keys.linkOf(visitKey)),
    await keys.hash('return-code', await keys.returnCodeOf(visitKey)),
  ]
  const openBy = async (kind: KeyKind, words: string) => store.open(await keys.hash(kind, words))

  const saveBy = async (
    visitKey: string,
    id: string,
    answers: Changes,
    now: number,
    expect?: Expect,
  ): Promise<Saved> => {
    const before = await openBy('visit', visitKey)
    if (before?.id !== id) return 'gone'
    // Before the answers, not after: stopped between the two, the next save still finds no reference and adds them again.
    if (before.reference === null) await store.addKeys(id, await waysBack(visitKey), now)
    return saveWithReference(store, id, answers, now, expect)
  }

  return {
    openBy,
    byId: (id) => store.byId(id),
    visit: async (visitKey, now) => store.open(await keys.hash('visit', visitKey), now - VISIT_MS),
    leave: async (visitKey) => store.dropKey(await keys.hash('visit', visitKey)),
    forget: (id, now) => store.forget(id, now),

    async begin(wording, now) {
      const key = newVisitKey()
      const consent = { at: now, wording }
      const response = { id: crypto.randomUUID(), reference: null, consent, answers: {}, begunAt: now, savedAt: null }
      await store.begin(response, [await keys.hash('visit', key)])
      return { key, response }
    },

    async save(id, visitKey, answers, now) {
      return (await saveBy(visitKey, id, answers, now)) === 'saved' ? openBy('visit', visitKey) : null
    },

    async saveIf(expect, id, visitKey, answers, now) {
      const saved = await saveBy(visitKey, id, answers, now, expect)
      return saved === 'saved' ? openBy('visit', visitKey) : saved === 'changed' ? saved : null
    },

    async comeBack(kind, words, now) {
      const response = await openBy(kind, words)
      if (!response) return null
      const key = newVisitKey()
      await store.addKeys(response.id, [await keys.hash('visit', key), ...(await waysBack(key))], now)
      return { key }
    },
  }
}
