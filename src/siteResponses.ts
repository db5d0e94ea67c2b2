import type { Site } from './pages/site.ts'
import type { Keys } from './responses/keys.ts'
import type { ResponseStore } from './responses/response.ts'
import { makeResponses } from './responses/responses.ts'

/** Responses as controllers use them: with the link and the code that follow from a browser's key. */
export const responsesOf = (store: ResponseStore, keys: Keys): Site['responses'] => ({
  ...makeResponses(store, keys),
  linkOf: keys.linkOf,
  returnCodeOf: keys.returnCodeOf,
})

/** Deleting a response deletes what a carrier kept of its letters too, at once. */
export const forgettingCopies = (responses: Site['responses'], drop: () => Promise<void>): Site['responses'] => ({
  ...responses,
  forget: (id, now) => responses.forget(id, now).then(drop),
})
