import { z } from 'zod'
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

/** Takes the cookie back and ends its key: the person has gone. */
export const leaveTablet = whenTablet(async (site, { key }) => {
  if (key) await site.responses.leave(key)
  return { json: { left: true }, key: { drop: true } }
})
