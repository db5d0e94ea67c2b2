import type { Site, SiteForm, SitePictures } from '../pages/site.ts'
import type { PreparedForm } from '../pdf/copies/preparedForm.ts'
import { fill } from '../pdf/fill.ts'
import { fitOf } from '../pdf/setting/fit.ts'
import { missingCharacters } from '../pdf/setting/missingCharacters.ts'
import type { Responses } from '../responses/responses.ts'
import type { Stalls } from '../stall/stalls.ts'
import type { Tablet } from '../stall/tablet.ts'
import type { TabletPack } from './pack.ts'

const notHere = (what: string) => () => {
  throw new Error(`${what} is the server's`)
}

/** A part of a site of which a tablet has only these: to ask for another is a mistake in its routes. */
const only = <Part extends object>(what: string, has: Partial<Part> = {}): Part =>
  new Proxy(has as Part, {
    get: (part, name) => (name in part ? Reflect.get(part, name) : notHere(`${what}.${String(name)}`)),
  })

/** A tablet sends nothing by itself: what it finishes goes to the server. */
const sendingNothing = only<Site['sending']>('sending', {
  way: null,
  from: null,
  hasSent: async () => false,
  sent: async () => [],
  ownWayOf: async () => null,
})

const formOf = ({ consultation: { form } }: TabletPack, prepared: PreparedForm): SiteForm => ({
  // What is made here is for paper: the copy whose fields can be filled on is the server's to give.
  fill: async (answers, reference) =>
    fill(prepared, answers, { reference, title: form.title, note: form.note ?? null }, 'final'),
  missing: (text) => missingCharacters(prepared, text),
  fit: (question, text) => fitOf(prepared, question, text),
  answersIn: async () => notHere('a PDF that is brought back')(),
  printRun: async () => notHere('a print run')(),
})

/** What a tablet's site is joined from. */
export type TabletSiteParts = {
  pack: TabletPack
  prepared: PreparedForm
  responses: Responses
  pictures: SitePictures
  tablet: Tablet
}

/** The site as controllers know it, on a tablet: its own responses and form, no post and no organisers. */
export const tabletSite = ({ pack, prepared, responses, pictures, tablet }: TabletSiteParts): Site => {
  const { consultation, holder, publicUrl, backupDays } = pack
  return {
    consultation: { ...consultation, official: new Uint8Array() },
    form: formOf(pack, prepared),
    responses: { ...responses, linkOf: async () => notHere('a link')(), returnCodeOf: async () => notHere('a code')() },
    ...{ pictures, holder, publicUrl, backupDays, tablet },
    askerOf: async () => notHere('counting askers')(),
    sending: sendingNothing,
    organisers: only<Site['organisers']>('organisers'),
    post: only<Site['post']>('post'),
    rehearsalPost: null,
    stalls: only<Stalls>('stalls'),
  }
}
