import type { Response } from '../responses/response.ts'
import type { Site } from './site.ts'

/** True once a response was sent, or its person said that they did it themselves. */
export const hasSent = async ({ sending }: Site, { id }: Response): Promise<boolean> =>
  (await sending.sent(id)).length > 0 || (await sending.ownWayOf(id)) !== null
