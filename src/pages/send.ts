import { responseFileName } from '../delivery/responseFileName.ts'
import { sayBlanks } from './blanks.ts'
import { doneBefore } from './doneBefore.ts'
import { nothingYet } from './nothingYet.ts'
import { whenOpen } from './open.ts'
import { doorAt, oursView } from './oursView.ts'
import type { Outcome } from './outcome.ts'
import { postView } from './postView.ts'
import { hasNoForm } from './released.ts'
import type { OpenRequest, Site } from './site.ts'
import type { Problem } from './viewParts.ts'

/** What went wrong with a press: the page comes back with it, and with everything that was typed. */
export type Tried = { status?: number; problems?: Problem[]; notice?: string }

/** The three ways out together: we send it, one's own mailbox, post or hand. */
export const sendPage = async (site: Site, request: OpenRequest, tried: Tried = {}): Promise<Outcome> => {
  const { consultation, sending } = site
  const { response, now } = request
  const { reference, answers } = response
  if (!reference) return nothingYet(site)
  if (hasNoForm(site, request)) return { redirect: '/check' }

  // The form itself is made when it is taken or sent: to open this page must cost little in the last hour.
  const [[newest = null], own] = await Promise.all([sending.sent(response.id), sending.ownWayOf(response.id)])
  const file = responseFileName(consultation, reference)
  const view = {
    reference,
    marked: consultation.boxes.marks.reference !== undefined,
    blanks: sayBlanks(consultation.questionnaire, answers),
    ours: await oursView(site, request, newest),
    ways: sending.way && doorAt(site, now) !== 'closed' ? ('three' as const) : ('two' as const),
    to: { address: consultation.email.address, note: consultation.email.note ?? null },
    download: { href: `/take/${file}`, title: consultation.form.title, note: consultation.form.note ?? null },
    file,
    print: `/take/${file}?print=yes`,
    words: sending.draftWords(response),
    post: postView(consultation, now),
    done: await doneBefore(site, request, newest, own),
  }
  return { page: 'send', view, ...tried }
}

/** The page "Send it", as it stands before anything is pressed. */
export const send = whenOpen((site, request) => sendPage(site, request))
