import { hasClosed } from '../consultation/closing.ts'
import { forTheTray } from './endings.ts'
import { onTablet, type TabletSite } from './onTablet.ts'
import type { Became, EmptiedWhy } from './stallViews.ts'

const isClosed = async ({ tablet, consultation }: TabletSite, now: number): Promise<boolean> =>
  (await tablet.status()).heard.closed || hasClosed(consultation, now)

/** Where whoever uses a tablet is: in their questions, at the end, before their link, or online; null where nobody does. */
const whereIs = async ({ tablet }: TabletSite): Promise<string | null> => {
  const [person, showing] = await Promise.all([tablet.person(), tablet.showing()])
  if (person) return person.finishing ? '/handover' : '/tasks'
  return showing && (showing.online ? '/send' : '/handover/qr')
}

/** The page that a tablet rests on; while somebody uses it, where they are. */
export const showShift = onTablet(async (site, request) => {
  const where = await whereIs(site)
  if (where) return { redirect: where }
  const { heard, signal, waiting, troubles } = await site.tablet.status()
  const { stall, card, tray } = heard
  return {
    page: 'shift',
    view: {
      ...{ stall: stall.name, place: stall.place, card, signal, waiting, tray: signal ? tray : null, troubles },
      closed: await isClosed(site, request.now),
    },
  }
})

/** Next person: clears what the last one may have left on the screen, and begins with the words to read aloud. */
export const nextPerson = onTablet(async (site, request) => {
  const where = await whereIs(site)
  if (where) return { redirect: where }
  if (await isClosed(site, request.now)) return { redirect: '/stall' }
  await site.tablet.clear()
  return { redirect: '/stall/hello' }
})

const becameOf = (showing: { online: boolean } | null): Became => {
  if (!showing) return 'deleted'
  return showing.online ? 'online' : 'link'
}

/** The tablet was left alone, or its person stops: who had finished is kept for the tray, nothing else is. */
export const clearTablet = onTablet(async (site, request) => {
  const { tablet } = site
  const why = request.fields.why?.[0] === 'idle' ? 'idle' : 'left'
  const [person, showing] = await Promise.all([tablet.person(), tablet.showing()])
  const { response } = request
  const isFinished = why === 'idle' && person?.finishing && response?.reference
  if (isFinished) await tablet.finish(response, forTheTray(false), request.now)
  await tablet.clear()
  return { redirect: emptied(why, isFinished ? 'tray' : becameOf(showing)) }
})

/** Where an empty tablet shows that it is empty. */
export const emptied = (why: EmptiedWhy, became: Became): string => `/stall/empty?why=${why}&became=${became}`

const oneOf = <Word extends string>(words: readonly Word[], said: string | undefined): Word | null =>
  words.find((word) => word === said) ?? null

/** The tablet is empty, and shows it. */
export const showEmptied = onTablet(async ({ tablet }, { query }) => {
  if ((await tablet.person()) ?? (await tablet.showing())) return { redirect: '/stall' }
  const why = oneOf(['idle', 'left'] as const, query.why) ?? 'finished'
  const became = oneOf(['tray', 'vouched', 'link', 'online', 'deleted'] as const, query.became)
  return { page: 'emptied', view: { why, became, waiting: (await tablet.status()).waiting } }
})

/** Done: what was still shown of the last person goes. */
export const doneAtTablet = onTablet(async ({ tablet }) => {
  const showing = await tablet.showing()
  if (!showing) return { redirect: '/stall' }
  await tablet.clear()
  return { redirect: emptied('finished', becameOf(showing)) }
})

/** What waits on a tablet, sealed as it lies there, to be brought to the organiser. */
export const saveRescueFile = onTablet(async ({ tablet }) => ({
  file: await tablet.rescue(),
  type: 'application/json',
  name: 'waiting-on-this-tablet.json',
  save: true,
}))
