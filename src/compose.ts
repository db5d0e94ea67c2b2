import { Buffer } from 'node:buffer'
import { join } from 'node:path'
import { type Clock, machineClock } from './clock.ts'
import { composePost } from './composePost.ts'
import { composeStalls } from './composeStalls.ts'
import { composeTablet } from './composeTablet.ts'
import { composeViews } from './composeViews.ts'
import type { Config } from './config.ts'
import { prepareFor } from './consultation/prepareFor.ts'
import { readPack } from './consultation/readPack.ts'
import type { Outbox } from './delivery/outbox.ts'
import { messageIdsAt } from './delivery/plan.ts'
import { allOrEveryProblem } from './everyProblem.ts'
import { keepingForms } from './keptForms.ts'
import { makeLook } from './look.ts'
import type { ResolveMailHosts } from './mail/mailHosts.ts'
import type { Site } from './pages/site.ts'
import { bannerAt, refuseRehearsed } from './rehearsed.ts'
import { rememberingKeys } from './rememberingKeys.ts'
import { forgetDue } from './responses/forgetting.ts'
import { keysOf } from './responses/keys.ts'
import { siteFormOf } from './siteForm.ts'
import { forgettingCopies, responsesOf } from './siteResponses.ts'
import { atStalls } from './stall/atStalls.ts'
import { sqliteCountStore } from './storage/countStore.ts'
import { sqliteDeliveryStore } from './storage/deliveryStore.ts'
import { serverKeyIn } from './storage/keyFiles.ts'
import { openSealed } from './storage/openSealed.ts'
import { sqliteOrganiserStore } from './storage/organiserStore.ts'
import { sqliteProofStore } from './storage/proofStore.ts'
import { sqliteResponseStore } from './storage/responseStore.ts'
import type { Sealer } from './storage/seal.ts'
import { sqliteStallStore } from './storage/stallStore.ts'
import { makeApp } from './web/app.ts'
import { assetAddresses, makeAssets } from './web/assets.ts'
import { type Log, logFailure, makeLog } from './web/log.ts'
import { makeTokens } from './web/tokens.ts'
import { sharedFairly } from './workers/fairPictures.ts'
import { type PicturePool, startPicturePool } from './workers/picturePool.ts'

/** What may be put in place of the real things; the only seam for tests. */
export type Overrides = Partial<{
  clock: Clock
  /** Milliseconds that only go forward: where a test sets the clock, it says how time goes on. */
  steady: () => number
  pictures: PicturePool
  log: Log
  templates: Record<string, string>
  sealer: Sealer
  resolveMailHosts: ResolveMailHosts
}>

/** The house, put together and ready to listen. */
export type House = {
  app: ReturnType<typeof makeApp>
  site: Site
  log: Log
  /** What sends; null where no mail is set up. */
  outbox: Outbox | null
  /** What is wrong with the mail server, in a sentence that names the setting; null when all is well. */
  trouble(): Promise<string | null>
  /** Ends what visitors only watch, so that nothing holds up the end. */
  hush(): void
  /** Deletes what was kept long enough; answers how many responses. */
  forgetDue(): Promise<number>
  close(): Promise<void>
}

const root = join(import.meta.dirname, '..')
const webFolder = join(root, 'assets/web')

// Without a mailbox of its own nothing is sent, and a Message-ID is only a name.
const NOBODY = 'nobody@localhost'

/** Picks the real things, reads the pack and the templates, and joins all of it. Throws CannotStart with every problem. */
export const compose = async (config: Config, overrides: Overrides = {}): Promise<House> => {
  refuseRehearsed(config)
  const asset = assetAddresses(webFolder)
  const [consultation, { templates, compiled }] = await allOrEveryProblem([
    readPack(config.pack),
    composeViews(root, asset, overrides.templates),
  ])
  const prepared = await prepareFor(consultation)
  const { form, measures } = siteFormOf(consultation, prepared)

  const serverKey = config.serverKey ?? serverKeyIn(config.dataFolder)
  const { db, sealer } = await openSealed(config.dataFolder, config.responsesKey, overrides.sealer)
  const [store, stallStore] = [sqliteResponseStore(db, sealer), sqliteStallStore(db, sealer)]
  const deliveries = sqliteDeliveryStore(db, sealer, { messageIdOf: messageIdsAt(config.mail?.from ?? NOBODY) })
  const [counts, proofs] = [sqliteCountStore(db), sqliteProofStore(db, sealer)]
  const keys = rememberingKeys(keysOf(serverKey))
  const clock = overrides.clock ?? machineClock
  const pictures = overrides.pictures ?? startPicturePool()
  const log = overrides.log ?? makeLog(config.logLevel)
  const { holder, publicUrl, backupDays } = config
  const failed = (error: unknown) => logFailure(log, error)
  const kept = keepingForms(form, responsesOf(store, keys))
  const joined = await composePost({
    steady: overrides.steady ?? (() => performance.now()),
    ...{ config, consultation, clock, keys, serverKey, counts, store: deliveries },
    ...{ proofs, organiserStore: sqliteOrganiserStore(db) },
    fill: (answers, reference) => kept.form.fill(answers, reference, 'final'),
    ...{ release: pictures.release, render: compiled.letter, failed },
    atStalls: () => atStalls(stallStore),
    ...(overrides.resolveMailHosts ? { resolveMailHosts: overrides.resolveMailHosts } : {}),
  })
  const { outbox, trouble, hush, dropForgotten, close: closePost, ...post } = joined
  const site: Site = {
    consultation,
    ...kept,
    responses: forgettingCopies(kept.responses, dropForgotten),
    ...post,
    pictures: sharedFairly(pictures),
    stalls: await composeStalls({
      ...{ store: stallStore, keys, serverKey, consultation, clock, counts },
      ...{ sending: post.sending, form },
    }),
    tablet: null,
    holder,
    publicUrl,
    backupDays,
    askerOf: (address) => keys.hash('asker', address).then(({ hash }) => hash),
  }

  const https = publicUrl.startsWith('https:')
  const tokens = makeTokens(Buffer.from(serverKey).toString('base64'), https)
  const rehearsal = config.rehearsal ? bannerAt(consultation.timeZone) : null
  const app = makeApp({
    answering: { site, views: compiled, tokens, https, rehearsal },
    assets: makeAssets(webFolder, join(root, 'src/pdf/setting'), measures),
    tabletFiles: await composeTablet({ config, consultation, prepared, templates, webFolder, asset }),
    ...{ clock, counts, log },
    trustProxy: config.trustProxy,
    ready: makeLook({ post: post.post, counts, clock, mail: config.mail !== null }),
  })
  const close = async () => {
    await closePost()
    await pictures.close()
    await db.destroy()
  }
  return {
    ...{ app, site, log, outbox, trouble, hush, close },
    async forgetDue() {
      const forgotten = await forgetDue(store, consultation, clock())
      await Promise.all([proofs.forgetAskers(clock()), site.stalls.tidy(clock()).catch(failed)])
      await dropForgotten()
      return forgotten
    },
  }
}
