import type { Response } from '../responses/response.ts'
import type { Site } from './site.ts'

/** True once a response was sent, or its person said that they did it themselves. */
export const hasSent = ({ sending }: Site, { id }: Response): Promise<boolean> => sending.hasSent(id)
