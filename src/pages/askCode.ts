import { whenOpen } from './open.ts'
import { doorAt } from './oursView.ts'
import { sendPage } from './send.ts'

const saidMinutes = (minutes: number): string => (minutes === 1 ? 'a minute' : `${minutes} minutes`)

/** Sends a code to the address that was typed; what is wrong with it is said on the same page. */
export const askCode = whenOpen(async (site, request) => {
  const { response, fields, asker, now } = request
  if (!site.sending.way || !response.reference || doorAt(site, now) === 'closed') return { redirect: '/send' }
  const asked = await site.sending.askCode(request, fields.email?.[0] ?? '', asker, now)
  if ('sentTo' in asked) return { redirect: '/send#we-send' }
  // The address that was typed belongs into its field again, though an earlier one may have a code.
  const again = { ...request, query: { address: 'other' } }
  if ('wrongAddress' in asked) {
    return sendPage(site, again, { status: 422, problems: [{ field: 'email', text: asked.wrongAddress }] })
  }
  const text = `Too many codes were asked for. Please wait ${saidMinutes(asked.wait)}, or use one of the two other ways now.`
  return sendPage(site, again, { status: 429, problems: [{ field: 'email', text }] })
})
