import { readPack } from '../../src/consultation/readPack.ts'
import type { Entry } from '../../src/delivery/deliveryStore.ts'
import type { Post } from '../../src/organisers/post.ts'
import type { PageRequest } from '../../src/pages/request.ts'
import type { Site } from '../../src/pages/site.ts'
import { packs } from '../cli/command.ts'
import { NOW } from '../organisers/entries.ts'
import { signInDesk } from '../organisers/memory.ts'

const consultation = await readPack(packs.mopac)

/** What organisers' pages use of a site, over letters given by the test; `did` is what was asked of the post. */
export const organiserSite = (entries: Entry[] = [], more: Partial<Site> = {}) => {
  const desk = signInDesk()
  const did: [string, string][] = []
  const post: Post = {
    entries: async () => entries,
    keptUnsent: async () => [],
    tally: async () => ({ begun: 3, saved: 2, ownWays: { 'own-mailbox': 1, post: 0, hand: 0 } }),
    tryAgain: async (id) => did.push(['again', id]) > 0 && id !== 'gone',
    tellPerson: async (id) =>
      did.push(['told', id]) > 0 && id !== 'gone' ? (id === 'before' ? 'already' : 'written') : 'nobody',
    queuedAt: async () => new Map(),
    waiting: async () => [],
    lastRoundAt: async () => null,
    trouble: async () => null,
  }
  const sending = { way: 'mx' } as Site['sending']
  const site = { consultation, organisers: desk.organisers, post, sending, rehearsalPost: null, ...more } as Site
  const signedIn = async (): Promise<string> => {
    await desk.organisers.askLink('ann@campaign.example', 'asker', NOW)
    await desk.rest()
    return (await desk.organisers.signIn(desk.tokens().at(-1)!, NOW))!.key
  }
  return { site, desk, did, signedIn }
}

/** A request at `NOW`, with what a test says of it. */
export const requestAt = (more: Partial<PageRequest> = {}): PageRequest => ({
  ...{ params: {}, query: {}, fields: {}, now: NOW, key: null, response: null, organiserKey: null, asker: 'asker' },
  ...{ shiftKey: null, scanKey: null, pairingKey: null },
  ...more,
})
