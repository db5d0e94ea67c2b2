import { z } from 'zod'
import type { ShiftAtStall } from '../stall/stall.ts'
import type { PageRequest } from './request.ts'
import type { Site } from './site.ts'
import { jsonIn } from './tabletPost.ts'
import { whenTablet } from './whenTablet.ts'

const asked = z.strictObject({ visit: z.string().regex(/^[\w-]{22}$/) })

/** Opens in a tablet's browser what it has just brought, for a person who goes on online: a cookie that no script can read. */
export const goOnFromTablet = whenTablet(async (site, { file, now }) => {
  const read = asked.safeParse(file && jsonIn(file.bytes))
  const response = read.success ? await site.responses.visit(read.data.visit, now) : null
  if (!read.success || !response) return { json: { words: 'There is nothing to go on with.' }, status: 404 }
  return { json: { open: true }, key: { carry: read.data.visit } }
})

// What nobody sent, nor said they hand in themselves, would be lost to everybody: its person has no key of their own.
const intoTray = async (site: Site, { response, now }: PageRequest, shift: ShiftAtStall): Promise<boolean> =>
  response !== null &&
  !(await site.sending.hasSent(response.id)) &&
  (await site.stalls.leftBehind(shift, response.id, now))

/** Takes the cookie back and ends its key: the person has gone. What they had finished and not sent goes into the tray. */
export const leaveTablet = whenTablet(async (site, request, shift) => {
  const tray = await intoTray(site, request, shift)
  if (request.key) await site.responses.leave(request.key)
  return { json: { left: true, tray }, key: { drop: true } }
})
